// Prints what of a standard is met by what one holds, and what remains:
//
//   npm start -- iso-27001-2022 isms-p-2023 KO
import { GapDocument, type GapQuery, type Language, type TypedDocumentString } from './gap.generated.js';

const url = process.env.CLAUSEGRAPH_URL ?? 'http://127.0.0.1:8080/graphql';

/** An error of the server: a sentence for people, a code for programs, and for a wrong ref the nearest right ones. */
interface ServerError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; nearest?: string[]; requestId?: string };
}

/** Asks for a document. Its type says what variables it takes and what data comes back. */
async function ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: ServerError[] };
  if (errors?.[0]) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  if (!data) throw new Error(`${url} answers ${response.status} without data`);
  return data;
}

type Gap = GapQuery['gapAnalysis'];
type Item = Gap['items']['edges'][number]['node'];

/** Fetches the whole answer, page by page. All pages come from one revision of the data, or it starts again. */
async function gap(held: string[], target: string, language: Language): Promise<{ gap: Gap; items: Item[] }> {
  const { gapAnalysis: first } = await ask(GapDocument, { held, target, language });
  const items = first.items.edges.map((edge) => edge.node);
  for (let { pageInfo } = first.items; pageInfo.hasNextPage; ) {
    const { gapAnalysis: next } = await ask(GapDocument, { held, target, language, after: pageInfo.endCursor });
    if (next.revision.hash !== first.revision.hash) return gap(held, target, language);
    items.push(...next.items.edges.map((edge) => edge.node));
    pageInfo = next.items.pageInfo;
  }
  return { gap: first, items };
}

const [held = 'iso-27001-2022', target = 'isms-p-2023', language = 'EN'] = process.argv.slice(2);
try {
  const answer = await gap(held.split(','), target, language as Language);
  for (const { requirement, verdict, disposition, remainder } of answer.items) {
    console.log(`${requirement.number.padEnd(9)}${verdict.padEnd(10)}${disposition.padEnd(14)}${requirement.name}`);
    for (const { text } of remainder) console.log(`${' '.repeat(33)}+ ${text}`);
  }
  const { full, partial, possible, none, unknown, total } = answer.gap.summary;
  console.log(`\n${held} → ${target} on ${answer.gap.asOf}: ${full} full, ${partial} partial, ${possible} possible, ${none} none, ${unknown} unknown, of ${total}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
