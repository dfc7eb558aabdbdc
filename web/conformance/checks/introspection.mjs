import { readFileSync } from 'node:fs';
import * as v16 from 'graphql';
import * as v17 from 'graphql17';

const committed = new URL('../../../schema/schema.graphql', import.meta.url);

// Documents that a server must judge as graphql-js does.
const documents = [
  '{ __typename }', '{ nope }', '{ __typename { x } }', '{ revision }', '{ revision { } }', '{ revision { hash { x } } }',
  'query ($a: Nope) { __typename }', 'query ($a: Int) { __typename }', 'query { revision { hash(a: 1) } }',
  '{ ...A }', 'fragment A on Query { __typename } { __typename }', '{ ...A } fragment A on Query { ...A }',
  '{ ...A } fragment A on Query { ...B } fragment B on Query { __typename }', '{ ...A } fragment A on Nope { __typename }',
  '{ __typename @nope }', '{ __typename @include }', '{ __typename @include(if: true) }', '{ __typename @skip(if: true) @skip(if: true) }',
  'query ($b: Boolean = true) { __typename @skip(if: $b) }', 'query ($b: String) { __typename @skip(if: $b) }',
  'query A { __typename } query A { __typename }', '{ a: __typename a: revision { hash } }', '{ ... { __typename } }',
  '{ __type(name: 1) { name } }', '{ __type { name } }', '{ __type(name: """Query""") { name } }', 'type A { b: Int }',
  '# a comment\n{ __typename,,, }', '{ node(id: "x") { ref } }', '{ node(id: "x") { ... on Standard { ref } } }',
  '{ node(id: "x") { ... on Revision { hash } } }', '{ requirement(ref: "x", ref: "y") { ref } }', '{ requirement { ref } }',
  '{ standards(status: CURRENT) { ref } }', '{ standards(status: NOPE) { ref } }', '{ standards(status: "CURRENT") { ref } }',
];

/** Introspection: both graphql-js build a valid schema from it, equal to the committed one, and judge documents as the server does. */
export default async function introspection(endpoint, expect) {
  for (const js of [v16, v17]) {
    const name = `graphql-js ${js.version}`;
    const schema = js.buildClientSchema(endpoint.introspection);
    const faults = js.validateSchema(schema);
    expect(`${name} finds the schema valid`, faults.length === 0, faults.map((e) => e.message));
    const printed = js.printSchema(js.lexicographicSortSchema(schema));
    expect(`${name} prints and parses it without loss`, printed === js.printSchema(js.buildSchema(printed)));
    const file = js.printSchema(js.lexicographicSortSchema(js.buildSchema(readFileSync(committed, 'utf8'))));
    expect(`${name} finds it in schema/schema.graphql, descriptions included`, printed === file, 'run: go test ./schema -run SDL -update');
  }
  let same = 0;
  for (const document of documents) {
    let valid = false;
    try {
      valid = v16.validate(endpoint.schema, v16.parse(document)).length === 0;
    } catch {} // a syntax error
    const { errors, status } = await endpoint.try(document);
    // A ref that names nothing is an error too, though not of the document.
    const taken = status === 200;
    if (taken === valid) same++;
    else expect(JSON.stringify(document), false, `graphql-js finds it ${valid ? 'valid' : 'invalid'}; the server says ${status} ${JSON.stringify(errors)}`);
  }
  expect(`${same} of ${documents.length} documents judged as graphql-js does`, same === documents.length);
}
