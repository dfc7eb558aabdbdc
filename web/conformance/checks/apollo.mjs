import { createHash } from 'node:crypto';
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { isInterfaceType } from 'graphql';

const page = gql`query Page($first: Int!, $after: String) {
  standard(ref: "isms-p-2023") { id requirements(first: $first, after: $after) { edges { cursor node { id ref title(language: KO) parent { id ref } } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } totalCount } }
}`;

/** Apollo Client: paging into a normalised cache, errors, GET, and automatic persisted queries. */
export default async function apollo({ url, schema }, expect) {
  let requests = 0;
  const fetchCounted = (...args) => { requests++; return fetch(...args); };
  const possibleTypes = Object.fromEntries(Object.values(schema.getTypeMap()).filter(isInterfaceType).map((t) => [t.name, schema.getPossibleTypes(t).map((p) => p.name)]));
  const clients = [];
  const client = (link) => {
    const cache = new InMemoryCache({ possibleTypes, typePolicies: { Standard: { fields: { requirements: relayStylePagination(['kinds', 'assessable']) } } } });
    clients.push(new ApolloClient({ link, cache }));
    return clients.at(-1);
  };
  const http = (options) => new HttpLink({ uri: url, fetch: fetchCounted, ...options });

  const paged = client(http());
  const watched = paged.watchQuery({ query: page, variables: { first: 20 } });
  const first = await new Promise((resolve, reject) => {
    watched.subscribe({ next: ({ data, error, loading }) => { if (error) reject(error); else if (data && !loading) resolve(data); }, error: reject });
  });
  let { pageInfo: info, totalCount } = first.standard.requirements;
  while (info.hasNextPage) info = (await watched.fetchMore({ variables: { first: 20, after: info.endCursor } })).data.standard.requirements.pageInfo;
  const { edges } = paged.readQuery({ query: page, variables: { first: 20 } }).standard.requirements;
  const refs = new Set(edges.map((e) => e.node.ref));
  expect(`relayStylePagination joins ${totalCount} edges in order, each once`, edges.length === totalCount && refs.size === totalCount && edges[0].cursor === first.standard.requirements.edges[0].cursor);
  const kept = Object.keys(paged.cache.extract()).filter((key) => key.startsWith('Requirement:'));
  expect('the cache holds each requirement once, parents among them', kept.length === new Set(edges.flatMap((e) => [e.node.id, e.node.parent?.id ?? e.node.id])).size);
  requests = 0;
  await paged.query({ query: page, variables: { first: 20 } });
  expect('a query asked before takes no request', requests === 0);

  const invalid = await paged.query({ query: gql`{ nope }`, fetchPolicy: 'no-cache', errorPolicy: 'all' });
  expect('a document that is not valid is a GraphQL error, with its code', CombinedGraphQLErrors.is(invalid.error) && invalid.error.errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED', invalid.error);
  const wrong = await paged.query({ query: gql`{ standard(ref: "iso-27001") { id } revision { hash } }`, fetchPolicy: 'no-cache', errorPolicy: 'all' });
  expect('a wrong ref is an error beside the data, with the nearest refs', wrong.data?.revision.hash && wrong.error?.errors[0].extensions.nearest.includes('iso-27001-2022'), wrong.error);

  const hashed = client(new PersistedQueryLink({ sha256: (text) => createHash('sha256').update(text).digest('hex') }).concat(http()));
  const unseen = gql(`query Unseen${Date.now()} { standards { id ref } }`);
  const counts = [];
  for (let i = 0; i < 2; i++) {
    requests = 0;
    const { data } = await hashed.query({ query: unseen, fetchPolicy: 'no-cache' });
    counts.push(data.standards.length > 0 && requests);
  }
  expect('persisted queries take two requests for an unseen document and one from then on', String(counts) === '2,1', counts);
  const hashedGet = client(new PersistedQueryLink({ sha256: (text) => createHash('sha256').update(text).digest('hex'), useGETForHashedQueries: true }).concat(http()));
  requests = 0;
  const again = await hashedGet.query({ query: unseen, fetchPolicy: 'no-cache' });
  expect('persisted queries over GET', again.data.standards.length > 0 && requests === 1, `${requests} requests`);
  const get = await client(http({ useGETForQueries: true })).query({ query: page, variables: { first: 3 } });
  expect('queries over GET', get.data.standard.requirements.edges.length === 3);
  for (const c of clients) c.stop();
}
