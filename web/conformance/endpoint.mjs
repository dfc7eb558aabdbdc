import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLError, buildClientSchema, getIntrospectionQuery, valueFromASTUntyped } from 'graphql';

const everything = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };

/** The server under test, its schema as clients see it, and ways to ask it. */
export class Endpoint {
  /** Returns the endpoint at a URL, which must answer introspection. */
  static async at(url) {
    const e = new Endpoint();
    e.url = url;
    e.introspection = await e.ask(getIntrospectionQuery(everything));
    e.schema = buildClientSchema(e.introspection);
    for (const [name, parse] of Object.entries({ Date: parseDate, Base64: parseBase64 })) {
      Object.assign(e.schema.getType(name), { parseValue: parse, parseLiteral: (node) => parse(valueFromASTUntyped(node)) });
    }
    return e;
  }

  /** Sends a request body as it is, and returns the status and the answer. */
  async send(body) {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
      body,
      signal: AbortSignal.timeout(15_000),
    });
    return { status: response.status, ...(await response.json()) };
  }

  /** Asks for a document and returns all of the answer. */
  try(query, variables) {
    return this.send(JSON.stringify({ query, variables }));
  }

  /** Asks for a document and returns its data; an error in the answer is thrown. */
  async ask(query, variables) {
    const { data, errors } = await this.try(query, variables);
    if (errors) throw new Error(`${query.slice(0, 80)}: ${JSON.stringify(errors)}`);
    return data;
  }
}

// What graphql-js is told of our scalars that take input: without it, any value would do. Literals are judged as their values
// are, which is what graphql-js does with a scalar that has no rule for literals of its own.
function parseDate(value) {
  const day = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) throw new GraphQLError('not a date');
  return value;
}

function parseBase64(value) {
  if (typeof value !== 'string' || Buffer.from(value, 'base64').toString('base64') !== value) throw new GraphQLError('not base64');
  return value;
}

/** Calls a function with a new folder below this one, so that packages are found from it, and removes it afterwards. */
export async function withFolder(use) {
  const folder = mkdtempSync(join(import.meta.dirname, '.work-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
