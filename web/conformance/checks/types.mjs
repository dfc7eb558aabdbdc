import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse, printSchema } from 'graphql';
import { withFolder } from '../endpoint.mjs';

const docs = new URL('../../../docs/graphql.md', import.meta.url);

/** Types: graphql-codegen over the operations of docs/graphql.md, compiled by tsc, and used rightly and wrongly. */
export default async function types({ schema }, expect) {
  const operations = [...readFileSync(docs, 'utf8').matchAll(/^```graphql\n(.*?)^```$/gms)].map((block) => block[1]);
  const code = await codegen({
    filename: 'types.ts',
    schema: parse(printSchema(schema)),
    documents: operations.map((text, i) => ({ location: `operation ${i + 1} of docs/graphql.md`, document: parse(text) })),
    config: { enumsAsTypes: true, useTypeImports: true, strictScalars: true, scalars: { Date: 'string', DateTime: 'string', Base64: 'string' } },
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode },
  });
  await withFolder(async (folder) => {
    writeFileSync(join(folder, 'types.ts'), code);
    writeFileSync(join(folder, 'use.ts'), use);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', target: 'es2022', types: [], skipLibCheck: true };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['types.ts', 'use.ts'] }));
    const tsc = join(import.meta.dirname, '../node_modules/.bin/tsc');
    const { code: exit, stdout } = await promisify(execFile)(tsc, ['-p', folder]).catch((error) => error);
    expect(`tsc --strict compiles the types of ${operations.length} operations`, !exit && operations.length > 0, stdout);
  });
}

// The types say what is there: each line below an @ts-expect-error must be refused.
const use = `import type { WhatIsLeftQuery, WhatIsLeftQueryVariables } from './types.js';
export const full = (q: WhatIsLeftQuery): number => q.gapAnalysis.summary.full;
export const verdict = (q: WhatIsLeftQuery): 'FULL' | 'PARTIAL' | 'POSSIBLE' | 'NONE' | 'UNKNOWN' | undefined => q.gapAnalysis.items.edges[0]?.node.verdict;
export const variables: WhatIsLeftQueryVariables = { held: ['iso-27001-2022'], target: 'isms-p-2023' };
// @ts-expect-error There is no such field.
export const none = (q: WhatIsLeftQuery) => q.gapAnalysis.percentage;
// @ts-expect-error A language is EN or KO.
export const language: WhatIsLeftQueryVariables = { language: 'DE' };
`;
