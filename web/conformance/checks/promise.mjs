import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

const baseline = new URL('../../../docs/schema-baseline.graphql', import.meta.url);

/** The compatibility promise: nothing that docs/schema-baseline.graphql offers to clients is gone or has changed. */
export default async function promise({ schema }, expect) {
  const promised = buildSchema(readFileSync(baseline, 'utf8'));
  const changes = findBreakingChanges(promised, schema);
  for (const change of changes) expect(change.description, false, `${change.type}; see "What may change" in docs/graphql.md`);
  expect('the schema keeps what docs/schema-baseline.graphql promises', changes.length === 0, `${changes.length} breaking changes`);
  for (const change of findDangerousChanges(promised, schema)) console.log(`note  promise: ${change.description}: a client that does not expect it may fail`);
}
