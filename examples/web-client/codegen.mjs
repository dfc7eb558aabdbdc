// Writes src/gap.generated.ts: the types of the operations in src/gap.graphql, from the schema. A project of your own may
// take the schema from a server, at http://127.0.0.1:8080/schema.graphql.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const read = (file) => parse(readFileSync(join(import.meta.dirname, file), 'utf8'));
const code = await codegen({
  filename: 'gap.generated.ts',
  schema: read('../../schema/schema.graphql'),
  documents: [{ location: 'src/gap.graphql', document: read('src/gap.graphql') }],
  config: { documentMode: 'string', enumsAsTypes: true, useTypeImports: true, strictScalars: true, scalars: { Date: 'string', DateTime: 'string', Base64: 'string' } },
  plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
  pluginMap: { typescriptOperations, typedDocumentNode },
});
writeFileSync(join(import.meta.dirname, process.argv[2] ?? 'src/gap.generated.ts'), `// Written by codegen.mjs; do not edit.\n${code}`);
