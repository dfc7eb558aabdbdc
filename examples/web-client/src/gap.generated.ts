// Written by codegen.mjs; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a verdict means for the work that is left. */
export type Disposition =
  /** FULL: show what is there. */
  | 'REUSE'
  /** PARTIAL: add what remains. */
  | 'EXTEND'
  /** PARTIAL, where a clause of the structure that all ISO management systems share is met, and what is held and the target have no subject in common: the process exists, its subject is new. */
  | 'EXTEND_SCOPE'
  /** POSSIBLE: read both and decide. */
  | 'REVIEW'
  /** NONE: build it. */
  | 'NEW'
  /** UNKNOWN: find out, since nobody has looked. */
  | 'ANALYSE';

/** A language that the data is written in. */
export type Language =
  /** English. */
  | 'EN'
  /** Korean. */
  | 'KO';

/** What is proved about a requirement, given what is held. */
export type Verdict =
  /** Every obligation is met by what is held. */
  | 'FULL'
  /** At least one obligation is met by what is held; not all are proved. */
  | 'PARTIAL'
  /** A claim touches the requirement, but set logic proves nothing. This is not coverage. */
  | 'POSSIBLE'
  /** Somebody looked and said: nothing held relates to the requirement. */
  | 'NONE'
  /** Nobody has looked. This is not a gap. */
  | 'UNKNOWN';

export type GapQueryVariables = Exact<{
  held: Array<string> | string;
  target: string;
  language: Language;
  after?: string | null | undefined;
}>;


export type GapQuery = { gapAnalysis: { asOf: string, revision: { hash: string }, summary: { full: number, partial: number, possible: number, none: number, unknown: number, total: number }, items: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { verdict: Verdict, disposition: Disposition, requirement: { id: string, number: string, name: string }, remainder: Array<{ text: string }> } }> } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const GapDocument = new TypedDocumentString(`
    query Gap($held: [String!]!, $target: String!, $language: Language!, $after: String) {
  gapAnalysis(held: $held, target: $target) {
    asOf
    revision {
      hash
    }
    summary {
      full
      partial
      possible
      none
      unknown
      total
    }
    items(first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          verdict
          disposition
          requirement {
            id
            number
            name(language: $language)
          }
          remainder {
            text(language: $language)
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GapQuery, GapQueryVariables>;