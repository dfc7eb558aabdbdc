import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const folder = join(import.meta.dirname, '../../../examples/web-client');
const run = promisify(execFile);

/** The example client: its types are those of the schema, it compiles, and it prints what the server answers. */
export default async function client(endpoint, expect) {
  const again = join(folder, 'dist/again.ts');
  const built = await run('npm', ['run', '--silent', 'build'], { cwd: folder }).catch((error) => error);
  expect('examples/web-client compiles', !built.code, built.stdout || built.stderr);
  await run(process.execPath, ['codegen.mjs', 'dist/again.ts'], { cwd: folder });
  const same = readFileSync(again, 'utf8') === readFileSync(join(folder, 'src/gap.generated.ts'), 'utf8');
  rmSync(again);
  expect('its types are up to date', same, 'run: cd examples/web-client && npm run codegen');

  const start = (...args) => run(process.execPath, ['dist/main.js', ...args], { cwd: folder, env: { ...process.env, CLAUSEGRAPH_URL: endpoint.url } }).catch((error) => error);
  const { gapAnalysis: { summary } } = await endpoint.ask('{ gapAnalysis(held: ["iso-27001-2022"], target: "isms-p-2023") { summary { full partial total } } }');
  const table = await start('iso-27001-2022', 'isms-p-2023', 'KO');
  const rows = table.stdout.split('\n').filter((line) => /^\d/.test(line));
  const last = table.stdout.trim().split('\n').at(-1);
  expect(`it prints a table of ${summary.total} rows over ${Math.ceil(summary.total / 50)} pages`, rows.length === summary.total && last.includes(`${summary.full} full, ${summary.partial} partial`), table.stderr || last);
  const wrong = await start('iso-27001');
  expect('it tells the nearest refs of a wrong one, and fails', wrong.code === 1 && wrong.stderr.includes('did you mean iso-27001-2022'), wrong.stderr);
}
