import { serverAudits } from 'graphql-http';

const audits = 61;

/** GraphQL over HTTP: all audits of graphql-http, those that only say SHOULD or MAY as well. */
export default async function http({ url }, expect) {
  let passed = 0;
  let run = 0;
  for (const audit of serverAudits({ url, fetchFn: (u, init) => fetch(u, { ...init, signal: AbortSignal.timeout(10_000) }) })) {
    run++;
    const result = await audit.fn();
    if (result.status === 'ok') passed++;
    else expect(`${result.id} ${result.name}`, false, result.reason);
  }
  expect(`${passed} of ${audits} graphql-http audits`, passed === audits && run === audits, `${run} were run`);
}
