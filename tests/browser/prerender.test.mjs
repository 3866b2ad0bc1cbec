// What remains of the full page where nothing can be worked out: every measure with its clause.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { openPage } from './support/page.mjs';
import { TODAY, title } from './support/visit.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MEASURE = '网络广告、平台、建站支出补助';
const CLAUSE = '对开展跨境电子商务年交易额达到100万元以上的企业，给予跨境电子商务网络广告、第三方电子商务平台、网站建设支出费用30%的资金扶持，最高不超过50万元。';

/** Answers a file of the page otherwise. */
function instead(name, fulfil) {
  return (page) => page.route(`**/${name}`, fulfil);
}

/** The measure stands in the list, its clause below it, in what can be seen. */
async function isListed(page) {
  const heading = page.getByRole('heading', { level: 4, name: MEASURE });
  await heading.waitFor();
  const article = page.getByRole('article').filter({ has: heading });
  assert.match(await article.innerText(), new RegExp(CLAUSE));
  return article;
}

test('without JavaScript every document and measure can be read', async (t) => {
  const page = await openPage(t, { javaScriptEnabled: false });
  const article = await isListed(page);
  assert.match(await article.innerText(), /金额：按条文计算(?!，)[^]*申报主体：企业/);
  assert.equal(await page.getByText('正在打开').isVisible(), false);
  const documents = await page.getByRole('heading', { level: 3 }).allInnerTexts();
  assert.equal(documents.length, 5);
  const text = await page.getByRole('main').innerText();
  assert.match(text, /需要打开 JavaScript/);
  // One of each status.
  for (const status of ['有效期2024年8月22日至2027年8月21日', '征求意见稿，不是正式文件', '原文没有写有效期', '工作安排，不直接发钱']) assert.ok(text.includes(status), status);
  assert.ok((await page.getByRole('heading', { level: 4 }).count()) > 140);
});

test('a link of the list leads to its document', async (t) => {
  const page = await openPage(t, { javaScriptEnabled: false });
  await page.getByRole('link', { name: '关于推动跨境电商加速跑的若干措施' }).click();
  const { y } = await page.getByRole('heading', { level: 3, name: '关于推动跨境电商加速跑的若干措施' }).boundingBox();
  assert.ok(y > -1 && y < 900, `${y}`);
});

const FAILURES = {
  'WebAssembly is not allowed': instead('', async (route) => {
    const answer = await route.fetch();
    const headers = answer.headers();
    headers['content-security-policy'] = headers['content-security-policy'].replace(" 'wasm-unsafe-eval'", '');
    await route.fulfill({ response: answer, headers });
  }),
  'the program does not arrive': instead('mingbai.wasm', (route) => route.fulfill({ status: 404, body: '' })),
  'the module does not arrive': instead('mingbai.js', (route) => route.fulfill({ status: 404, body: '' })),
  'the first module does not arrive': instead('start.js', (route) => route.fulfill({ status: 404, body: '' })),
  'the browser does not understand the module': instead('mingbai.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'let let' })),
};

for (const [name, prepare] of Object.entries(FAILURES)) {
  test(`where ${name} the page says so, and the list stays`, async (t) => {
    const page = await openPage(t, { prepare });
    await page.getByRole('alert').filter({ hasText: '没有打开' }).waitFor();
    await isListed(page);
    assert.equal(await page.getByText('正在打开').isVisible(), false);
    page.errors.length = 0;
  });
}

test('while the page opens the list is not shown, and once it is open it is gone', async (t) => {
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  const prepare = instead('mingbai.wasm', async (route) => {
    await held;
    await route.continue();
  });
  const page = await openPage(t, { now: TODAY, prepare });
  await page.getByText('正在打开').waitFor();
  assert.equal(await page.getByText(CLAUSE).first().isVisible(), false);
  go();
  await title(page).waitFor();
  assert.equal(await page.getByText(CLAUSE).count(), 0);
});

for (const colorScheme of ['light', 'dark']) {
  test(`the list is accessible, ${colorScheme}`, async (t) => {
    const page = await openPage(t, { colorScheme, width: 320, prepare: instead('mingbai.wasm', (route) => route.fulfill({ status: 404, body: '' })) });
    await page.getByRole('alert').waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
    page.errors.length = 0;
  });
}
