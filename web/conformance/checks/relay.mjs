import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getNamedType, getNullableType, isListType, isObjectType, printSchema } from 'graphql';
import { withFolder } from '../endpoint.mjs';

/** Relay: its server specification, on the schema and on answers, and relay-compiler itself. */
export default async function relay(endpoint, expect) {
  shapes(endpoint.schema, expect);
  const gap = 'gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023")';
  for (const [name, list, wrap] of [
    ['mappings', 'mappings(from: "iso-27001-2022", to: "isms-p-2023", ARGS)', (x) => x],
    ['search', 'search(query: "password", ARGS)', (x) => x],
    ['Standard.requirements', 'requirements(ARGS)', (x) => `top: standard(ref: "isms-p-2023") { ${x} }`],
    ['Requirement.mappings', 'mappings(ARGS)', (x) => `top: requirement(ref: "isms-p-2023/2.5.4") { ${x} }`],
    ['GapAnalysis.items', 'items(ARGS)', (x) => `top: ${gap} { ${x} }`],
  ]) {
    await paging(endpoint, name, list, wrap, expect);
  }
  await nodes(endpoint, expect);
  await compiler(endpoint.schema, expect);
}

function shapes(schema, expect) {
  const field = (type, name) => String(schema.getType(type)?.getFields()[name]?.type);
  const args = (f) => f.args.map((a) => `${a.name}: ${a.type}`).join(', ');
  const query = schema.getQueryType().getFields();
  expect('interface Node { id: ID! }', field('Node', 'id') === 'ID!' && Object.keys(schema.getType('Node').getFields()).length === 1);
  expect('node(id: ID!): Node', String(query.node.type) === 'Node' && args(query.node) === 'id: ID!');
  expect('nodes(ids: [ID!]!): [Node]!', String(query.nodes.type) === '[Node]!' && args(query.nodes) === 'ids: [ID!]!');
  const page = { hasNextPage: 'Boolean!', hasPreviousPage: 'Boolean!', startCursor: 'String', endCursor: 'String' };
  expect('PageInfo', Object.entries(page).every(([name, type]) => field('PageInfo', name) === type));
  const faults = [];
  let count = 0;
  for (const type of Object.values(schema.getTypeMap()).filter((t) => isObjectType(t) && !t.name.startsWith('__'))) {
    if (type.name.endsWith('Connection')) {
      const edge = getNamedType(type.getFields().edges?.type);
      const ok = isListType(getNullableType(type.getFields().edges.type)) && field(type.name, 'pageInfo') === 'PageInfo!' && field(type.name, 'totalCount') === 'Int!'
        && field(edge.name, 'cursor') === 'String!' && !isListType(getNullableType(edge.getFields().node.type));
      if (!ok) faults.push(type.name);
    }
    for (const f of Object.values(type.getFields()).filter((f) => getNamedType(f.type).name.endsWith('Connection'))) {
      count++;
      for (const arg of ['first: Int', 'after: String', 'last: Int', 'before: String']) {
        if (!args(f).includes(arg)) faults.push(`${type.name}.${f.name} lacks ${arg}`);
      }
    }
  }
  expect(`${count} connections have edges, cursors, totalCount and four arguments`, count > 0 && faults.length === 0, faults);
}

async function paging(endpoint, name, list, wrap, expect) {
  const page = async (args) => {
    const answer = await endpoint.try(`{ ${wrap(`list: ${list.replace('ARGS', args)} { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`)} }`);
    if (answer.errors) return { error: answer.errors[0].message };
    const { list: l } = answer.data.top ?? answer.data;
    return { ...l, cursors: l.edges.map((e) => e.cursor), info: l.pageInfo };
  };
  const equal = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const all = [];
  for (let p = await page('first: 50'); ; p = await page(`first: 50, after: ${JSON.stringify(p.info.endCursor)}`)) {
    if (p.error) return expect(`${name}: pages forward`, false, p.error);
    all.push(...p.cursors);
    if (!p.info.hasNextPage || all.length > 20_000) break;
  }
  const back = [];
  for (let p = await page('last: 40'); ; p = await page(`last: 40, before: ${JSON.stringify(p.info.startCursor)}`)) {
    if (p.error) return expect(`${name}: pages backward`, false, p.error);
    back.unshift(...p.cursors);
    if (!p.info.hasPreviousPage || back.length > 20_000) break;
  }
  const two = await page('first: 2');
  const quote = JSON.stringify;
  const middle = await page(`first: 2, after: ${quote(all[0])}`);
  const before = await page(`last: 2, before: ${quote(all[3])}`);
  const beyond = await page(`first: 1, after: ${quote(all.at(-1))}`);
  const empty = await page('first: 0');
  const wants = {
    'more than three edges': all.length > 3,
    'every edge once, as many as totalCount': new Set(all).size === all.length && two.totalCount === all.length,
    'the same list backward': equal(all, back),
    'cursors do not depend on the page': equal(two.cursors, all.slice(0, 2)) && equal(middle.cursors, all.slice(1, 3)),
    'startCursor and endCursor': two.info.startCursor === all[0] && two.info.endCursor === all[1],
    'last and before': equal(before.cursors, all.slice(1, 3)),
    'nothing after the end': beyond.edges?.length === 0 && !beyond.info.hasNextPage,
    'an empty page': empty.edges?.length === 0 && empty.info.startCursor === null,
    'errors for what makes no sense': (await Promise.all(['first: -1', 'last: -1', 'first: 1, after: "nonsense"', 'first: 501'].map(page))).every((p) => p.error),
  };
  const faults = Object.keys(wants).filter((want) => !wants[want]);
  expect(`${name}: ${all.length} edges, ${Object.keys(wants).length} rules of paging`, faults.length === 0, faults);
}

async function nodes(endpoint, expect) {
  const { standards, requirement, mappings } = await endpoint.ask(`{
    standards { id } requirement(ref: "isms-p-2023/2.5.4") { id points { id } } mappings(first: 3) { edges { node { id crosswalk { id } } } } }`);
  const edges = mappings.edges.map((e) => e.node);
  const ids = [...standards, requirement, ...requirement.points, ...edges, edges[0].crosswalk].map((n) => n.id);
  expect('global ids are unique over types', new Set(ids).size === ids.length);
  const asked = [...ids.toReversed(), 'nonsense', ids[0]];
  const { nodes } = await endpoint.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: asked });
  expect('nodes keeps the order, with null for an unknown id', nodes.every((n, i) => (n?.id ?? null) === (asked[i] === 'nonsense' ? null : asked[i])));
  let found = 0;
  for (const id of ids) {
    const { node } = await endpoint.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    if (node?.id === id) found++;
  }
  const { node } = await endpoint.ask('{ node(id: "nonsense") { id } }');
  expect(`node finds ${ids.length} objects again, and null for an unknown id`, found === ids.length && node === null);
}

async function compiler(schema, expect) {
  await withFolder(async (folder) => {
    const config = { src: './src', schema: './schema.graphql', language: 'typescript', eagerEsModules: true, customScalarTypes: { Date: 'string', DateTime: 'string' } };
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'schema.graphql'), printSchema(schema));
    writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
    writeFileSync(join(folder, 'package.json'), '{ "name": "app" }');
    writeFileSync(join(folder, 'src/App.ts'), app);
    const relayCompiler = join(import.meta.dirname, '../node_modules/.bin/relay-compiler');
    const { code, stdout, stderr } = await promisify(execFile)(relayCompiler, [], { cwd: folder }).catch((error) => error);
    expect('relay-compiler takes connections, refetchable fragments and nodes', !code, `${stdout} ${stderr}`);
  });
}

const app = `import { graphql } from 'relay-runtime';
export const page = graphql\`query AppQuery($count: Int!, $cursor: String) { ...App_claims @arguments(count: $count, cursor: $cursor) }\`;
export const claims = graphql\`fragment App_claims on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) @refetchable(queryName: "AppClaimsQuery") {
  mappings(from: "iso-27001-2022", to: "isms-p-2023", first: $count, after: $cursor) @connection(key: "App_mappings") {
    edges { relation node { id ...App_claim } }
  }
}\`;
export const claim = graphql\`fragment App_claim on Mapping @refetchable(queryName: "AppClaimQuery") { why sources { ...App_requirement } targets { ...App_requirement } }\`;
export const requirement = graphql\`fragment App_requirement on Requirement @refetchable(queryName: "AppRequirementQuery") {
  ref name(language: KO) points { id gist(language: KO) }
}\`;
export const standard = graphql\`fragment App_standard on Standard
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) @refetchable(queryName: "AppStandardQuery") {
  requirements(first: $count, after: $cursor) @connection(key: "App_requirements") { edges { node { ...App_requirement } } }
}\`;
export const node = graphql\`query AppNodeQuery($id: ID!) { node(id: $id) { ...App_standard @alias ...App_claim @alias } }\`;
`;
