import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';

const standards = gql`query Standards($status: StandardStatus) { standards(status: $status) { id ref title } }`;

/** urql: queries over POST and GET, its document cache, and errors. */
export default async function urql({ url }, expect) {
  for (const preferGetMethod of [false, 'force']) {
    const client = new Client({ url, preferGetMethod, exchanges: [cacheExchange, fetchExchange] });
    const how = preferGetMethod ? 'GET' : 'POST';
    const first = await client.query(standards, { status: 'CURRENT' }).toPromise();
    const second = await client.query(standards, { status: 'CURRENT' }).toPromise();
    expect(`${how}: a query, and its answer from the cache`, first.data?.standards.length > 0 && second.operation.context.meta?.cacheOutcome === 'hit', first.error);
    const wrong = await client.query(gql`{ standard(ref: "iso-27001") { id } }`, {}).toPromise();
    const [error] = wrong.error?.graphQLErrors ?? [];
    expect(`${how}: errors with code and path`, error?.extensions.code === 'UNKNOWN_REF' && String(error.path) === 'standard', wrong.error);
    const invalid = await client.query('{ nope }', {}).toPromise();
    expect(`${how}: a document that is not valid`, invalid.error?.graphQLErrors.length > 0, invalid.error);
  }
}
