// The explorer in a real browser, against the real server and its data: `make browser`.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { command, go, launch, open, out, root, serve, settled, violations } from './harness.mjs';

let server;
let browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const question = 'held=iso-27001-2022,iso-27701-2025&target=isms-p-2023';

/** Every view, in a state that shows all that it can draw. */
const views = {
  start: 'coverage?',
  coverage: `coverage?${question}`,
  filtered: `coverage?${question}&verdict=NONE&group=isms-p-2023/3`,
  todo: `todo?${question}/2.5`,
  explain: `explain?${question}&req=isms-p-2023/2.5.4`,
  possible: 'explain?held=isms-p-2024-7-2&req=isms-p-2024-7-3/2.5.4',
  crosswalk: 'crosswalk?from=iso-27001-2022&to=isms-p-2023&sel=iso-27001-2022/A.5.17',
  claims: 'crosswalk?from=iso-27001-2022&to=iso-42001-2023&as=table',
  overlap: 'overlap?held=iso-27001-2022&change=SPLIT',
  neighbourhood: 'neighbourhood?req=iso-27001-2022/A.5.17',
  facts: 'facts?scheme=isms-p&asof=2026-11-22&known=ict-revenue-krw:12000000000,financial:no',
  search: 'search?q=접근권한+검토',
  refused: 'explain?held=iso-27001-2022&req=isms-p-2023/2.5.44',
};

/** The counts of the tiles, by verdict. */
async function tiles(page) {
  const found = {};
  for (const tile of await page.locator('.tile').all()) {
    const [verdict, number] = [await tile.locator('.tile-head').innerText(), await tile.locator('.tile-count').innerText()];
    found[verdict.trim().toLowerCase()] = Number(/\d+/.exec(number)[0]);
  }
  return found;
}

async function counts(...args) {
  const { summary } = JSON.parse(await command('gap', ...args, '--format', 'json'));
  const { full, partial, possible, none, unknown } = summary;
  return { full, partial, possible, none, unknown };
}

for (const lang of ['en', 'ko']) {
  test(`what is chosen gives the counts of the command line, in ${lang}`, async () => {
    const { page, faults, close } = await open(browser, server.url);
    await go(page, server.url, `coverage?lang=${lang}`);
    const held = page.getByRole('combobox', { name: { en: 'What you hold', ko: '보유 항목' }[lang] });
    for (const ref of ['iso-27001-2022', 'iso-27701-2025']) {
      await held.fill(ref);
      await page.getByRole('option').filter({ hasText: ref }).first().click();
    }
    await page.getByLabel({ en: 'What you want', ko: '목표' }[lang]).selectOption('isms-p-2023');
    await page.locator('.tile').first().waitFor();
    await settled(page);
    const want = await counts('--have', 'iso-27001-2022,iso-27701-2025', '--want', 'isms-p-2023');
    assert.deepEqual(await tiles(page), want);
    assert.match(page.url(), /held=iso-27001-2022,iso-27701-2025&target=isms-p-2023/);

    // So do conditions.
    await page.locator('.conditions > summary').click();
    await page.locator('.conditions select').first().selectOption('REVIEWED');
    await page.locator('.conditions select').nth(1).selectOption('1');
    await page.waitForFunction(() => /assurance=REVIEWED&hops=1/.test(location.hash));
    await settled(page);
    assert.deepEqual(await tiles(page), await counts('--have', 'iso-27001-2022,iso-27701-2025', '--want', 'isms-p-2023', '--min-assurance', 'reviewed', '--direct'));
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(() => !/assurance|hops/.test(location.hash));
    await settled(page);

    // A cell of the map filters the list.
    const cell = page.locator('.heat .cell.v-NONE').first();
    const some = Number(/NONE\s+(\d+)/.exec(await cell.innerText())[1]);
    await cell.click();
    await page.waitForFunction((rows) => document.querySelectorAll('.list tbody tr').length === rows, some);
    assert.deepEqual(faults, []);
    await close();
  });
}

for (const [name, hash] of Object.entries(views)) {
  for (const theme of ['light', 'dark']) {
    test(`${name}, ${theme}: both languages, nothing that axe objects to`, async () => {
      const { page, faults, close } = await open(browser, server.url, { colorScheme: theme });
      const texts = [];
      for (const lang of ['en', 'ko']) {
        await go(page, server.url, `${hash}&lang=${lang}`);
        await page.locator(`html[lang=${lang}]`).waitFor({ state: 'attached' });
        texts.push(await page.locator('main').innerText());
        assert.deepEqual(await violations(page), [], `${name} in ${lang}`);
        await page.screenshot({ path: join(out, `${name}-${lang}-${theme}.png`), fullPage: true });
      }
      assert.notEqual(texts[0], texts[1]);
      assert.match(texts[1], /[가-힣]/);
      if (name !== 'refused') assert.deepEqual(faults, []);
      await close();
    });
  }
}

test('on a phone nothing is wider than the screen, and axe objects to nothing', async () => {
  const { page, close } = await open(browser, server.url, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  for (const [name, hash] of Object.entries(views)) {
    await go(page, server.url, `${hash}&lang=ko`);
    const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= 320 && screen <= 320, `${name} is ${wide} wide, and the screen ${screen}`);
    assert.deepEqual(await violations(page), [], name);
    await page.screenshot({ path: join(out, `${name}-phone.png`), fullPage: true });
  }
  await close();
});

test('an inventory is uploaded, goes along with the question, and is in no link and no storage', async () => {
  const { page, faults, close } = await open(browser, server.url);
  await go(page, server.url, 'coverage?lang=ko&target=isms-p-2023/2.5');
  await page.locator('input[type=file]').setInputFiles(join(root, 'mappings/expect/acme.yaml'));
  await page.locator('.chip.own').waitFor();
  await page.locator('.tile').first().waitFor();
  await settled(page);
  const want = await counts('--controls', 'mappings/expect/acme.yaml', '--want', 'isms-p-2023/2.5');
  assert.deepEqual(await tiles(page), want);
  assert.match(await page.locator('.list').innerText(), /걸림돌: AR-2/);
  await page.screenshot({ path: join(out, 'inventory-ko.png'), fullPage: true });
  assert.deepEqual(await violations(page), []);
  const link = page.url();
  assert.doesNotMatch(link, /acme|AR-/i);
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])), /acme|AR-/i);
  await page.reload();
  await settled(page);
  assert.equal(await page.locator('.chip.own').count(), 0);

  // What cannot be read says so, and where.
  await page.locator('input[type=file]').setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
  await page.locator('.reading .note').waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.alloc(300_000, 'x') });
  await page.getByText('185kB').waitFor();
  assert.deepEqual(faults.filter((f) => !/status of (200|400)/.test(f)), []);
  await close();
});

test('the workbook and its CSV are downloaded, and hold what the page shows', async () => {
  const { page, faults, close } = await open(browser, server.url, { acceptDownloads: true });
  await go(page, server.url, `todo?lang=ko&${question}`);
  const files = {};
  for (const format of ['XLSX', 'CSV']) {
    await page.locator('.download select').nth(1).selectOption(format);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '내려받기' }).click();
    const file = await waiting;
    assert.match(file.suggestedFilename(), new RegExp(`isms-p-2023.*\\.${format.toLowerCase()}$`));
    files[format] = join(out, file.suggestedFilename());
    await file.saveAs(files[format]);
  }
  const parts = unzipSync(readFileSync(files.XLSX));
  const text = Object.entries(parts).filter(([name]) => name.endsWith('.xml')).map(([, bytes]) => strFromU8(bytes)).join('');
  const rows = readFileSync(files.CSV, 'utf8');
  for (const name of await page.locator('.todo .name').allInnerTexts()) {
    assert.ok(text.includes(name.trim()), name);
    assert.ok(rows.includes(name.trim()), name);
  }
  assert.deepEqual(faults, []);
  await close();
});

test('a link shows to others what it showed to the first', async () => {
  const first = await open(browser, server.url);
  await go(first.page, server.url, `coverage?lang=ko&${question}`);
  await first.page.locator('.tile.v-NONE').click();
  await first.page.locator('.heat .plain').nth(1).click();
  await settled(first.page);
  const seen = await first.page.locator('main').innerText();
  const second = await open(browser, server.url, { locale: 'en-US' });
  await second.page.goto(first.page.url());
  await settled(second.page);
  assert.equal(await second.page.locator('main').innerText(), seen);
  await first.close();
  await second.close();
});

test('by keyboard alone: a question, its filter, a proof, and back', async () => {
  const { page, faults, close } = await open(browser, server.url);
  await go(page, server.url, 'coverage?lang=en');
  const focused = () => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('role'));
  const until = async (what) => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((w) => document.activeElement?.matches(w), what)) return;
    }
    assert.fail(`the focus never came to ${what}; it is on ${await focused()}`);
  };
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Skip to the content');
  await until('[role=combobox]');
  await page.keyboard.type('27001:2022');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until('select');
  await page.keyboard.type('ISMS-P certification criteria');
  await page.keyboard.press('Enter');
  await page.locator('.tile').first().waitFor();
  await until('.tile.v-NONE');
  await page.keyboard.press('Space');
  const none = (await counts('--have', 'iso-27001-2022', '--want', 'isms-p-2023')).none;
  assert.equal(await page.locator('.list tbody tr').count(), none);
  await until('.list a');
  await page.keyboard.press('Enter');
  await page.locator('.verdict-line').waitFor();
  assert.match(await page.locator('.verdict-line').innerText(), /NONE/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
  await page.goBack();
  await page.locator('.tile').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.waitForFunction(() => document.activeElement?.matches('input[type=search]'));
  await page.keyboard.type('2.5.4');
  await page.locator('.hit').first().waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('what is typed is completed, and facets narrow down what is found', async () => {
  const { page, faults, close } = await open(browser, server.url);
  await go(page, server.url, 'search?lang=ko');
  await page.keyboard.type('ㅂㅁㅂㅎ');
  await page.getByRole('option').filter({ hasText: '비밀번호' }).first().waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.hit').first().waitFor();
  await settled(page);
  const hits = async () => Number(/(\d+)건/.exec(await page.locator('.hits [role=status]').innerText())[1]);
  const all = await hits();
  await page.locator('.facets fieldset').first().getByRole('button').click(); // all standards
  const standard = page.locator('.facets label').filter({ hasText: 'ISO/IEC 27001:2022' });
  const some = Number(await standard.locator('.facet-count').innerText());
  assert.ok(some > 0 && some < all);
  await standard.click();
  await page.waitForFunction(() => location.hash.includes('in=iso-27001-2022'));
  await settled(page);
  assert.equal(await hits(), some);
  for (const ref of await page.locator('.hit code').allInnerTexts()) assert.match(ref, /^iso-27001-2022\//);
  assert.deepEqual(faults, []);
  await close();
});

test('the trees of a crosswalk by keyboard: move, close, select, and switch the direction', async () => {
  const { page, close } = await open(browser, server.url);
  await go(page, server.url, 'crosswalk?lang=en&from=iso-27001-2022&to=isms-p-2023');
  const tree = page.getByRole('tree').first();
  await tree.locator('[role=treeitem][tabindex="0"]').focus();
  const rows = await tree.locator('[role=treeitem]').count();
  await page.keyboard.press('ArrowLeft');
  assert.ok((await tree.locator('[role=treeitem]').count()) < rows);
  await page.keyboard.press('ArrowRight');
  assert.equal(await tree.locator('[role=treeitem]').count(), rows);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.links circle').first().waitFor();
  assert.equal(await page.locator('[role=treeitem][aria-selected=true]').count(), 1);
  const claims = await page.locator('.selected tbody tr').count();
  assert.ok(claims > 0);
  const signs = await page.locator('.selected .relation-sign').allInnerTexts();
  await page.getByRole('button', { name: 'Switch direction' }).click();
  await settled(page);
  assert.equal(await page.locator('.selected tbody tr').count(), claims);
  const turned = (await page.locator('.selected .relation-sign').allInnerTexts()).map((s) => ({ '⊂': '⊃', '⊃': '⊂' })[s] ?? s);
  assert.deepEqual(turned.sort(), signs.sort());
  await close();
});

test('every view on a law says that no standard amounts to compliance, in both languages; one on a standard does not', async () => {
  const { page, faults, close } = await open(browser, server.url);
  const said = { en: 'pipa is a law. A standard supports legal duties and never amounts to compliance', ko: 'pipa는 법령이다.' };
  for (const [lang, text] of Object.entries(said)) {
    for (const hash of ['coverage?held=isms-p-2023&target=pipa', 'todo?held=isms-p-2023&target=pipa/29', 'explain?held=isms-p-2023&req=pipa/29', 'neighbourhood?req=pipa/29', 'crosswalk?from=isms-p-2023&to=pipa', 'overlap?of=isms-p-2023,pipa']) {
      await go(page, server.url, `${hash}&lang=${lang}`);
      await page.getByRole('note').filter({ hasText: text }).waitFor();
      assert.deepEqual(await violations(page), [], hash);
    }
  }
  await page.screenshot({ path: join(out, 'law.png'), fullPage: true });
  await go(page, server.url, 'coverage?held=pipa&target=isms-p-2023&lang=en');
  assert.equal(await page.getByRole('note').filter({ hasText: 'is a law' }).count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test('what was held and is over on the day is said, in both languages, and on paper', async () => {
  const { page, faults, close } = await open(browser, server.url);
  const said = { en: 'ISO/IEC 27001:2022 was held until 31 March 2027, and does not count', ko: 'ISO/IEC 27001:2022: 보유 기한이 2027년 3월 31일에 끝나' };
  const held = 'held=iso-27001-2022@2027-03-31,iso-27701-2025';
  for (const [lang, text] of Object.entries(said)) {
    for (const hash of [`coverage?${held}&target=isms-p-2023`, `todo?${held}&target=isms-p-2023/2.5`, `explain?${held}&req=isms-p-2023/2.5.4`]) {
      await go(page, server.url, `${hash}&asof=2027-04-01&lang=${lang}`);
      await page.getByRole('note').filter({ hasText: text }).waitFor();
      assert.deepEqual(await violations(page), [], hash);
      await page.emulateMedia({ media: 'print' });
      assert.ok(await page.getByRole('note').filter({ hasText: text }).isVisible(), hash);
      await page.emulateMedia({ media: null });
      if (hash.startsWith('coverage')) {
        await page.screenshot({ path: join(out, `lapsed-${lang}.png`) });
        const counted = await tiles(page);
        assert.deepEqual(counted, await counts('--have', 'iso-27701-2025', '--want', 'isms-p-2023', '--as-of', '2027-04-01'));
      }
      await go(page, server.url, `${hash}&asof=2027-03-31&lang=${lang}`);
      assert.equal(await page.getByRole('note').filter({ hasText: /held until|보유 기한/ }).count(), 0);
    }
  }
  assert.deepEqual(faults, []);
  await close();
});

test('when the data changes the page says so, and shows the new data when it is asked to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'explorer-'));
  const key = (await command('keys', 'new', '--keys', join(folder, 'keys.json'), '--name', 'editor', '--scope', 'edit')).match(/\S{40,}/)[0];
  const own = await serve(0, '--store', `bolt:${join(folder, 'data.db')}`, '--keys', join(folder, 'keys.json'), '--public-read', '--editable', '--limit', 'change=60s,write=90s');
  const put = async (revision) => {
    const input = {
      expectedRevision: revision, crosswalk: 'iso-27001-2022--isms-p-2023.acme', from: ['iso-27001-2022/A.5.17'], relation: 'SUPERSET_OF', to: ['isms-p-2023/2.5.4'], basis: 'FUNCTIONAL', strength: revision,
      why: { en: 'Our rules cover both.', ko: '당사 규정이 둘 다 포함한다.' }, remainderFrom: { en: 'More.', ko: '나머지.' }, source: { key: 'acme', kind: 'PROJECT', title: 'Acme', licence: 'CC-BY-4.0' },
    };
    const response = await fetch(`${own.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: 'mutation($input: PutMappingInput!) { putMapping(input: $input) { accepted problems { code message } } }', variables: { input } }),
    });
    assert.deepEqual(await response.json(), { data: { putMapping: { accepted: true, problems: [] } } });
  };
  const { page, faults, close } = await open(browser, own.url);
  page.setDefaultTimeout(30_000);
  await go(page, own.url, 'coverage?lang=en&held=iso-27001-2022&target=isms-p-2023');
  const before = await tiles(page);
  const revision = () => page.locator('.asked').innerText();
  const old = await revision();
  assert.equal(await page.getByText('The data has changed').count(), 0);
  await page.screenshot({ path: join(out, 'data-before.png') });
  await put(1);
  await page.getByText('The data has changed: this is revision 2 by now').waitFor();
  assert.equal(await revision(), old); // nobody loses what they read
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: join(out, 'data-changed.png') });
  await page.getByRole('button', { name: 'Show the new data' }).click();
  await page.getByText('The data has changed').waitFor({ state: 'detached' });
  await page.locator('.asked').filter({ hasNotText: /[0-9a-f]{8}$/.exec(old)[0] }).waitFor();
  await settled(page);
  assert.equal((await tiles(page)).full, before.full + 1);
  await page.screenshot({ path: join(out, 'data-after.png') });
  await page.locator('.tools a').click(); // in Korean
  await put(2);
  await page.getByText('데이터가 리비전 3(으)로 바뀌었습니다').waitFor();
  await page.screenshot({ path: join(out, 'data-changed-ko.png') });
  assert.deepEqual(faults, []);
  await close();
  await own.stop();
});

test('every view prints: the question and the link on top, no controls, and the proof in full', async () => {
  const { page, close } = await open(browser, server.url);
  for (const [name, hash] of Object.entries(views)) {
    await go(page, server.url, `${hash}&lang=ko`);
    const pdf = await page.pdf({ path: join(out, `${name}.pdf`), format: 'A4' });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('header.top').isVisible(), false);
    if (name === 'explain') {
      const text = await page.locator('main').innerText();
      for (const part of ['iso-27001-2022', server.url, 'R4', '2.5.4-2', '보증 수준']) assert.ok(text.includes(part), part);
      assert.ok(await page.locator('.proof').isVisible());
    }
    await page.emulateMedia({ media: null });
  }
  await close();
});

test('when the server goes away the page says so, and goes on when it is back', async () => {
  const own = await serve();
  const { page, close } = await open(browser, own.url, { offline: false });
  await go(page, own.url, `coverage?lang=en&${question}`);
  await own.stop();
  await page.locator('select').first().selectOption('iso-42001-2023');
  await page.getByText('The server does not answer').waitFor();
  const again = await serve(own.port);
  await page.getByText('The server does not answer').waitFor({ state: 'detached' });
  await settled(page);
  assert.deepEqual(await tiles(page), await counts('--have', 'iso-27001-2022,iso-27701-2025', '--want', 'iso-42001-2023'));
  await close();
  await again.stop();
});

test('a server with keys asks for one, and one with trusted documents trusts those of the explorer', async () => {
  const keys = join(mkdtempSync(join(tmpdir(), 'explorer-')), 'keys.json');
  const key = (await command('keys', 'new', '--keys', keys, '--name', 'explorer', '--scope', 'read')).match(/\S{40,}/)[0];
  const own = await serve(0, '--keys', keys, '--trusted-documents', join(root, 'web/dist/documents.json'));
  const { page, close } = await open(browser, own.url);
  await page.goto(`${own.url}/#/coverage?lang=en&${question}`);
  const field = page.getByLabel('Key or token').first();
  await field.fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByText('does not know this key').first().waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByLabel('Key or token').first().fill(key);
  await page.keyboard.press('Enter');
  await page.locator('.tile').first().waitFor();
  for (const hash of Object.values(views)) {
    await go(page, own.url, `${hash}&lang=en`);
    assert.doesNotMatch(await page.locator('main').innerText(), /trusts/);
  }
  assert.doesNotMatch(page.url(), new RegExp(key));
  await close();
  await own.stop();
});

test('text is text: what looks like HTML is shown as it is, and the policy would not run it', async () => {
  const { page, faults, close } = await open(browser, server.url);
  const evil = '<img src=x onerror=alert(1)>';
  await go(page, server.url, `search?lang=en&q=${encodeURIComponent(evil)}`);
  assert.ok((await page.locator('main').innerText()).includes(evil));
  assert.equal(await page.locator('main img').count(), 0);
  await go(page, server.url, `explain?lang=en&held=iso-27001-2022&req=${encodeURIComponent(evil)}`);
  assert.equal(await page.locator('main img').count(), 0);
  const response = await page.request.get(server.url);
  assert.doesNotMatch(response.headers()['content-security-policy'], /unsafe|\*|https?:/);
  assert.deepEqual(faults.filter((f) => !f.includes('status of 400') && !f.includes('status of 200')), []);
  await close();
});

// The pictures of the README, on demand: PICTURES=1 make browser.
test('pictures', { skip: !process.env.PICTURES }, async () => {
  const { page, close } = await open(browser, server.url, { viewport: { width: 1280, height: 860 } });
  const docs = join(import.meta.dirname, '../../docs/img');
  const shown = { coverage: 'coverage?held=iso-27001-2022&target=iso-27701-2025', crosswalk: views.crosswalk };
  for (const [name, hash] of Object.entries(shown)) {
    await go(page, server.url, `${hash}&lang=en`);
    await page.screenshot({ path: join(out, `${name}.png`) });
    copyFileSync(join(out, `${name}.png`), join(docs, `${name}.png`));
  }
  await close();
});
