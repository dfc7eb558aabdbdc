// Holds a running server against the clients that frontends use:
//
//   node run.mjs http://127.0.0.1:8080/graphql [CHECK...]
//
// Prints a line for each finding and one for each check. Exits with 1 if anything failed, and with 2 if it cannot start.
import { readdirSync } from 'node:fs';
import { Endpoint } from './endpoint.mjs';

const [url, ...only] = process.argv.slice(2);
const checks = readdirSync(new URL('./checks/', import.meta.url)).map((file) => file.replace('.mjs', '')).sort();
const unknown = only.filter((name) => !checks.includes(name));
if (!/^https?:\/\//.test(url ?? '') || unknown.length > 0) {
  console.error(`usage: node run.mjs URL [CHECK...], where CHECK is one of ${checks.join(', ')}`);
  process.exit(2);
}
const endpoint = await Endpoint.at(url).catch((error) => {
  console.error(`${url} is no GraphQL endpoint: ${error.cause?.message ?? error.message}`);
  process.exit(2);
});

let passed = 0;
let failed = 0;
for (const check of only.length > 0 ? only : checks) {
  const started = Date.now();
  let good = 0;
  let bad = 0;
  const expect = (what, ok, detail = '') => {
    ok ? good++ : bad++;
    const tail = ok ? '' : `: ${String(detail).replace(/\s+/g, ' ').slice(0, 400)}`;
    console.log(`${ok ? 'ok   ' : 'FAIL '} ${check}: ${what}${tail}`);
  };
  try {
    const { default: run } = await import(`./checks/${check}.mjs`);
    await run(endpoint, expect);
  } catch (error) {
    expect('runs to its end', false, error.stack);
  }
  console.log(`      ${check}: ${good} passed, ${bad} failed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  passed += good;
  failed += bad;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
