// The one way to the data: POST /graphql.
import type { TypedDocumentString } from './generated';
import { key } from './key';

/** Why there is no answer. `waiting` means that asking again later may help: the server is away, starting or busy. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly waiting: boolean,
    readonly nearest: string[] = [],
  ) {
    super(message);
  }
}

interface ServerError {
  message: string;
  extensions?: { code?: string; nearest?: string[] };
}

const passing = new Set(['TIMEOUT', 'OVERLOADED', 'NOT_READY', 'RATE_LIMITED']);

/** Asks for a document. Fails with a Failure, or with an AbortError once the signal says so. */
export async function ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables, signal?: AbortSignal): Promise<Data> {
  let status = 0;
  let body: { data?: Data; errors?: ServerError[] };
  try {
    const response = await fetch('graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', ...(key.get() && { Authorization: `Bearer ${key.get()}` }) },
      body: JSON.stringify({ query: document.toString(), variables }),
      ...(signal && { signal }),
    });
    status = response.status;
    body = (await response.json()) as typeof body;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure(status ? `status ${status}` : '', 'UNREACHABLE', true);
  }
  const first = body.errors?.[0];
  if (first) {
    const code = first.extensions?.code ?? '';
    throw new Failure(first.message, code, passing.has(code), first.extensions?.nearest);
  }
  if (!body.data) throw new Failure(`status ${status}`, '', status >= 500);
  return body.data;
}
