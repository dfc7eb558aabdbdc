import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isEnumType, isInputObjectType, isScalarType, isSpecifiedScalarType, printSchema } from 'graphql';
import { withFolder } from '../endpoint.mjs';

const rules = [
  'arguments-have-descriptions', 'defined-types-are-used', 'deprecations-have-a-reason', 'descriptions-are-capitalized',
  'enum-values-all-caps', 'enum-values-have-descriptions', 'fields-are-camel-cased', 'fields-have-descriptions',
  'input-object-values-are-camel-cased', 'input-object-values-have-descriptions', 'relay-connection-arguments-spec',
  'relay-connection-types-spec', 'relay-page-info-spec', 'types-are-capitalized', 'types-have-descriptions',
];

/** Style: graphql-schema-linter, and what it does not look at. */
export default async function lint({ schema }, expect) {
  await withFolder(async (folder) => {
    const file = join(folder, 'schema.graphql');
    writeFileSync(file, printSchema(schema));
    const linter = join(import.meta.dirname, '../node_modules/.bin/graphql-schema-linter');
    const { stdout, stderr } = await promisify(execFile)(linter, ['--rules', rules.join(), '--format', 'json', file]).catch((error) => error);
    const findings = JSON.parse(stdout || `{"errors":[{"message":${JSON.stringify(stderr)}}]}`).errors;
    expect(`graphql-schema-linter, ${rules.length} rules`, findings.length === 0, findings.map((f) => `${f.rule}: ${f.message}`).join('; '));
  });
  const types = Object.values(schema.getTypeMap()).filter((t) => !t.name.startsWith('__'));
  const each = (what, of, holds) => {
    const faulty = types.filter((t) => of(t) && !holds(t)).map((t) => t.name);
    expect(what, faulty.length === 0, faulty);
  };
  each('scalars say what specifies them', (t) => isScalarType(t) && !isSpecifiedScalarType(t), (t) => t.specifiedByURL);
  each('inputs are named so', isInputObjectType, (t) => t.name.endsWith('Input'));
  each('enums have two values or more', isEnumType, (t) => t.getValues().length > 1);
  each('lists hold no nulls, but for nodes(ids)', (t) => t.getFields, (t) =>
    Object.values(t.getFields()).every((f) => !/\w\]/.test(String(f.type)) || f.name === 'nodes'));
}
