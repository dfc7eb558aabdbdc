// What the tests share: the real server on a free loopback port, Debian's Chromium, and axe.
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

export const root = join(import.meta.dirname, '../..');
const binary = join(root, 'bin/clausegraph');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where screenshots and prints are kept to be looked at. */
export const out = join(import.meta.dirname, 'out');
mkdirSync(out, { recursive: true });

/** Runs the command line and returns what it prints. */
export async function command(...args) {
  return (await promisify(execFile)(binary, args, { cwd: root, maxBuffer: 1 << 26 })).stdout;
}

/** Starts a server, on a free port if none is given, and waits until it has loaded its data. */
export async function serve(port = 0, ...flags) {
  const child = spawn(binary, ['serve', '--addr', `127.0.0.1:${port}`, ...flags], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
  });
  for (let ready = false; !ready; ) {
    ready = await fetch(`${url}/readyz`).then((r) => r.ok, () => false);
    if (!ready) await new Promise((r) => setTimeout(r, 50));
  }
  return {
    url,
    port: Number(new URL(url).port),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.on('exit', resolve);
        child.kill();
      }),
  };
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A page that collects what must not happen: errors, refusals of the policy, and requests to elsewhere. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !options.offline) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) faults.push(`request to ${request.url()}`);
  });
  page.setDefaultTimeout(10_000);
  return { page, faults, close: () => context.close() };
}

/** Goes to an address of the page and waits until its answers are there. */
export async function go(page, url, hash) {
  await page.goto(`${url}/#/${hash}`);
  await settled(page);
}

export async function settled(page) {
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.waiting, [aria-busy=true]'));
}

/** What axe finds wrong, one line each. Everything is asked for: WCAG 2.2 A and AA, and what axe calls best practice. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations);
  return found.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}
