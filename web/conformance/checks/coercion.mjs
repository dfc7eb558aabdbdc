import { getNamedType, getNullableType, getVariableValues, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, parse, validate } from 'graphql';

// JSON texts rather than values, so that 3.0, 1e3 and numbers beyond 53 bits reach the server as they are written.
const texts = [
  'null', 'true', 'false', '0', '1', '-1', '3.0', '3.5', '1e3', '1e400', '2147483647', '2147483648', '-2147483649', '4294967296',
  '9007199254740993', '""', '"3"', '"x"', '"true"', '[]', '[1]', '["x"]', '[null]', '[[]]', '{}', '{"x":1}', '"2026-02-28"',
  '"2026-02-30"', '"2026-2-28"',
];
const literals = ['null', 'true', '0', '-1', '3.0', '1e3', '2147483648', '""', '"3"', '"""x"""', 'NOPE', '[]', '[1]', '["x"]', '[null]', '{}', '{x: 1}', '"2026-02-28"'];

/** Input coercion: of every input type, what graphql-js accepts and refuses, as variables and as literals. */
export default async function coercion(endpoint, expect) {
  const { schema } = endpoint;
  const counts = { variables: [0, 0], literals: [0, 0] };
  const types = new Set();
  const judge = async (what, kind, accepted, answer) => {
    counts[kind][1]++;
    if (taken(answer) === accepted) counts[kind][0]++;
    else expect(what, false, `graphql-js ${accepted ? 'accepts' : 'refuses'} it; the server says ${JSON.stringify(answer.errors ?? 'fine')}`);
  };
  for (const field of Object.values(schema.getQueryType().getFields())) {
    for (const arg of field.args) {
      if (types.has(String(arg.type))) continue;
      types.add(String(arg.type));
      const others = field.args.filter((a) => a !== arg && isNonNullType(a.type) && a.defaultValue === undefined);
      const rest = Object.fromEntries(others.map((a) => [a.name, example(a.type)]));
      const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
      const document = (declared, value) => {
        const variables = [...declared, ...others.map((a) => `$${a.name}: ${a.type}`)].join();
        const args = [`${arg.name}: ${value}`, ...others.map((a) => `${a.name}: $${a.name}`)].join();
        return `query ${variables && `(${variables})`} { ${field.name}(${args}) ${selection} }`;
      };
      const byVariable = document([`$v: ${arg.type}`], '$v');
      const definitions = parse(byVariable).definitions[0].variableDefinitions;
      for (const text of [...texts, ...ofType(arg.type)]) {
        const accepted = !getVariableValues(schema, definitions, { ...rest, v: JSON.parse(text) }).errors;
        const variables = [`"v":${text}`, ...Object.entries(rest).map(([k, v]) => `"${k}":${JSON.stringify(v)}`)].join();
        const answer = await endpoint.send(`{"query":${JSON.stringify(byVariable)},"variables":{${variables}}}`);
        await judge(`${field.name}(${arg.name}: ${arg.type}) of variable ${text}`, 'variables', accepted, answer);
      }
      for (const literal of literals) {
        const byLiteral = document([], literal);
        const accepted = validate(schema, parse(byLiteral)).length === 0;
        await judge(`${field.name}(${arg.name}: ${arg.type}) of literal ${literal}`, 'literals', accepted, await endpoint.try(byLiteral, rest));
      }
    }
  }
  for (const [kind, [same, all]] of Object.entries(counts)) expect(`${same} of ${all} ${kind} judged as graphql-js does, over ${types.size} types`, same === all);
}

// An error of coercion names an argument or a variable, or says that the document is wrong. A resolver may refuse what was
// coerced, such as a ref that names nothing: the path of that error ends at its field.
function taken({ status, errors = [] }) {
  return status === 200 && errors.every((e) => e.path?.length === 1);
}

// Some value that a type takes.
function example(type) {
  const t = getNullableType(type);
  if (isListType(t)) return [example(t.ofType)];
  if (isEnumType(t)) return t.getValues()[0].name;
  if (isInputObjectType(t)) return Object.fromEntries(Object.values(t.getFields()).filter((f) => isNonNullType(f.type)).map((f) => [f.name, example(f.type)]));
  return { Int: 1, Float: 1.5, Boolean: true, Date: '2026-11-22', Base64: 'eA==' }[t.name] ?? 'x';
}

// Values that only this type is asked with.
function ofType(type) {
  const t = getNamedType(type);
  if (isEnumType(t)) return [JSON.stringify(t.getValues()[0].name), JSON.stringify(t.getValues()[0].name.toLowerCase())];
  if (!isInputObjectType(t)) return [];
  const fields = Object.values(t.getFields());
  const least = example(t);
  const full = Object.fromEntries(fields.map((f) => [f.name, example(f.type)]));
  const values = [least, full, [least], [least, null], { ...least, unknownField: 1 }];
  for (const f of fields) values.push({ ...full, [f.name]: null }, { ...full, [f.name]: 7 }, { ...full, [f.name]: 'x' });
  return values.map((v) => JSON.stringify(v));
}
