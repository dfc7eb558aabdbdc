// Writes src/generated.ts: the documents in src/**/*.graphql and their types, from schema/schema.graphql.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const read = (file) => parse(readFileSync(join(import.meta.dirname, file), 'utf8'));
const files = readdirSync(join(import.meta.dirname, 'src'), { recursive: true })
  .filter((f) => f.endsWith('.graphql'))
  .map((f) => `src/${f}`)
  .sort();
const code = await codegen({
  filename: 'generated.ts',
  schema: read('../schema/schema.graphql'),
  documents: files.map((location) => ({ location, document: read(location) })),
  config: { documentMode: 'string', enumsAsTypes: true, useTypeImports: true, strictScalars: true, scalars: { Base64: 'string', Date: 'string', DateTime: 'string' } },
  plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
  pluginMap: { typescriptOperations, typedDocumentNode },
});
writeFileSync(join(import.meta.dirname, 'src/generated.ts'), `// Written by codegen.mjs; do not edit.\n${code}`);
