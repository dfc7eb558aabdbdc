// Writes src/generated.ts: the documents in src/**/*.graphql and their types, from schema/schema.graphql; and
// public/documents.json: the documents by their SHA-256, for servers that run only what they trust.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
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

// Fragments are no operations; what the page sends is the text of an operation with its fragments in it.
const texts = [...code.matchAll(/Document = new TypedDocumentString\(`([^`]*)`\)/g)].map(([, text]) => text);
const byHash = Object.fromEntries(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]));
mkdirSync(join(import.meta.dirname, 'public'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'public/documents.json'), `${JSON.stringify(byHash, null, 1)}\n`);
