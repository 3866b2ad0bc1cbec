// The page for webmasters: what it gives to paste is what runs in a page of others.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { openPage, origin } from './support/page.mjs';
import { serveHost } from './support/server.mjs';
import { TODAY, box, button, eventually, group, option, title, type } from './support/visit.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The page with everything to choose from. */
async function opened(t, options = {}) {
  const page = await openPage(t, { path: '/integrate.html', now: TODAY, ...options });
  await page.getByRole('checkbox', { name: /拉萨市/ }).first().waitFor();
  return page;
}

/** What is to be pasted, and what the page has to allow for it. */
async function given(page) {
  const [code, policy = ''] = await page.getByRole('code').allInnerTexts();
  return { code, policy };
}

/** A page of somebody else that allows nothing but that, with the code in it. */
async function pasted(t, { code, policy }, options = {}) {
  const server = await serveHost(`<!doctype html><html lang="zh-CN"><title>某单位</title><link rel="icon" href="data:,"><body><h1>某单位</h1>${code}</body></html>`, `default-src 'none'; img-src data:; ${policy}`);
  t.after(server.close);
  return openPage(t, { path: server.url, now: TODAY, ...options });
}

/** The window inside the frame of a page. */
async function inside(page) {
  return (await page.locator('iframe').elementHandle()).contentFrame();
}

function chosenForm(page, name) {
  return page.getByRole('radio', { name });
}

/** Chooses something else than by default for all nine attributes. */
async function chooseAll(page) {
  const options = page.getByRole('form', { name: '选项' });
  await options.getByRole('checkbox', { name: /拉萨市/ }).click();
  await options.getByText(/^申报身份/).click();
  await options.getByRole('checkbox', { name: /^企业 / }).click();
  await options.getByRole('combobox', { name: /只测一项措施/ }).selectOption({ label: '网络广告、平台、建站支出补助（lhasa-02）' });
  await options.getByRole('combobox', { name: /语言/ }).selectOption('English');
  await options.getByRole('combobox', { name: /颜色/ }).selectOption('深色 Dark');
  await options.getByRole('combobox', { name: /字号/ }).selectOption('大字 Large');
  await options.getByRole('combobox', { name: /标题/ }).selectOption('3（h3）');
  await options.getByRole('checkbox', { name: /精简/ }).click();
  await type(options.getByRole('textbox', { name: /按哪一天测算/ }), '2026-12-31');
}

const NINE = ['regions="lhasa"', 'applicant="enterprise"', 'measure="lhasa-02"', 'lang="en"', 'theme="dark"', 'text-size="large"', 'heading-level="3"', 'as-of="2026-12-31"', 'compact'];

/** A questionnaire for which everything is chosen as in [`chooseAll`]. */
async function isAsChosen(scope) {
  const first = scope.getByRole('heading', { level: 4 }).first();
  await first.waitFor();
  assert.equal(await option(group(scope, /In what capacity/), 'Enterprise').isChecked(), true);
  assert.equal(await button(scope, '中文').isVisible(), false, 'compact');
  const style = await first.evaluate((element) => {
    const { backgroundColor, fontSize } = getComputedStyle(element.closest('.root'));
    return { backgroundColor, fontSize };
  });
  assert.deepEqual(style, { backgroundColor: 'rgb(17, 21, 27)', fontSize: '22px' });
  await option(group(scope, /Where is the enterprise registered/), 'Lhasa').click();
  await button(scope, 'See the result so far').click();
  assert.equal(await scope.getByRole('article').count(), 1, 'one measure');
  assert.equal(await box(scope, /Assessed as of|as of/i).inputValue(), '2026-12-31');
}

test('the frame is shown first, and follows what is chosen', async (t) => {
  const page = await opened(t);
  assert.equal(await option(group(await inside(page), '查看哪些地区的政策'), '拉萨市').isChecked(), false);
  await page.getByRole('checkbox', { name: /拉萨市/ }).click();
  await eventually(async () => assert.equal(await option(group(await inside(page), '查看哪些地区的政策'), '拉萨市').isChecked(), true));
  const { code, policy } = await given(page);
  assert.match(code, /^<script src="http:\/\/127\.0\.0\.1:\d+\/embed\.js" data-regions="lhasa" /);
  assert.equal(policy, `script-src ${origin}; frame-src ${origin}`);
});

for (const [name, scope, names] of [
  [/框架/, inside, NINE.map((one) => ` data-${one}`)],
  [/元素/, (page) => page, NINE.map((one) => ` ${one}`)],
]) {
  test(`what is given for ${name} runs in a page of another address that allows only what is said`, async (t) => {
    const page = await opened(t);
    await chosenForm(page, name).click();
    await chooseAll(page);
    const text = await given(page);
    for (const attribute of names) assert.ok(text.code.includes(attribute), `${attribute}: ${text.code}`);
    await isAsChosen(await scope(await pasted(t, text)));
    assert.doesNotMatch(text.code, /integrity|crossorigin/, 'the next release would not open');
    await page.getByRole('checkbox', { name: /校验文件/ }).click();
    const checked = await given(page);
    assert.match(checked.code, / integrity="sha384-.{64}" crossorigin="anonymous"/);
    await isAsChosen(await scope(await pasted(t, checked)));
  });

  test(`a script changed on its way does not run in a page that checks it, for ${name}`, async (t) => {
    const page = await opened(t);
    await chosenForm(page, name).click();
    await page.getByRole('checkbox', { name: /校验文件/ }).click();
    const changed = (answer) => answer.route(/\/(embed|mingbai)\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n` });
    });
    const host = await pasted(t, await given(page), { prepare: changed });
    await eventually(() => assert.match(host.errors.join(), /integrity/));
    assert.equal(await host.locator('iframe').count(), 0);
    assert.equal(await title(host).isVisible(), false);
    host.errors.length = 0;
  });
}

test('the element is shown for its form, with what is chosen at once', async (t) => {
  const page = await opened(t);
  await chosenForm(page, /元素/).click();
  const preview = page.getByRole('region', { name: /预览/ });
  await chooseAll(page);
  await isAsChosen(preview);
});

test('a link to the one file, and the package: nothing to choose that they do not take', async (t) => {
  const page = await opened(t);
  await chosenForm(page, /离线文件/).click();
  assert.deepEqual(await given(page), { code: `<a href="${origin}/mingbai-offline.html" download>惠企政策自测（离线版，下载后双击打开）</a>`, policy: '' });
  assert.equal(await page.getByRole('combobox', { name: /语言/ }).isVisible(), false);
  const download = page.waitForEvent('download');
  await page.getByRole('region', { name: /预览/ }).getByRole('link').click();
  assert.equal((await download).suggestedFilename(), 'mingbai-offline.html');
  await chosenForm(page, /npm 包/).click();
  await chooseAll(page);
  const { code, policy } = await given(page);
  assert.match(code, /mount\(document\.querySelector\("#mingbai"\), \{ headingLevel: "3", regions: "lhasa", .*textSize: "large", asOf: "2026-12-31", compact: true \}\)/);
  assert.equal(policy, "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
});

test('what the element refuses is said beside its field and left out of the code', async (t) => {
  const warned = [];
  const page = await opened(t, { prepare: (one) => one.on('console', (message) => warned.push(message.text())) });
  const day = page.getByRole('textbox', { name: /按哪一天测算/ });
  const beside = () => day.evaluate((element) => element.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).innerText).join(' '));
  await type(day, '2026-02-30');
  await eventually(async () => assert.match(await beside(), /格式不对/));
  assert.equal(await day.getAttribute('aria-invalid'), 'true');
  assert.doesNotMatch((await given(page)).code, /as-of/);
  await type(day, '2026-02-28');
  await eventually(async () => assert.doesNotMatch(await beside(), /不能用/));
  assert.equal(await day.getAttribute('aria-invalid'), 'false');
  assert.match((await given(page)).code, / data-as-of="2026-02-28"/);
  assert.ok(warned.some((text) => text.includes('as-of="2026-02-30"')));
});

test('the address can be another one; one that is none is said so and not used', async (t) => {
  const page = await opened(t);
  const address = page.getByRole('textbox', { name: /文件所在地址/ });
  assert.equal(await address.inputValue(), `${origin}/`);
  await type(address, 'https://policy.example/x&y');
  const { code, policy } = await given(page);
  assert.match(code, /src="https:\/\/policy\.example\/x&amp;y\/embed\.js"/);
  assert.equal(policy, 'script-src https://policy.example; frame-src https://policy.example');
  await type(address, 'https://policy.example/x&y/integrate.html?a=b');
  assert.equal((await given(page)).code, code, 'the folder is meant');
  for (const wrong of ['policy.example', 'javascript:alert(1)', '']) {
    await type(address, wrong);
    await page.getByText('请写完整的网址').waitFor();
    assert.equal((await given(page)).code, code);
  }
});

test('what is refused before the element stands is refused all the same', async (t) => {
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  const prepare = (page) => page.route('**/mingbai.wasm', async (route) => {
    await held;
    await route.continue();
  });
  const page = await openPage(t, { path: '/integrate.html', now: TODAY, prepare });
  await type(page.getByRole('textbox', { name: /按哪一天测算/ }), '2026-02-30');
  assert.match((await given(page)).code, /as-of/);
  go();
  await page.getByText('格式不对').waitFor();
  assert.doesNotMatch((await given(page)).code, /as-of/);
});

test('where the program does not come, that is said, and there is code all the same', async (t) => {
  const page = await openPage(t, { path: '/integrate.html', now: TODAY, prepare: (one) => one.route('**/mingbai.wasm', (route) => route.fulfill({ status: 404, body: '' })) });
  await page.getByRole('alert').filter({ hasText: '网站自检' }).waitFor();
  assert.match((await given(page)).code, /embed\.js/);
  // What the console says of it, of the frame perhaps later than of the page, is no error of theirs.
  await page.goto('about:blank');
  page.errors.length = 0;
});

test('by the keyboard the code is copied, which is said', async (t) => {
  const page = await opened(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: /复制代码/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: '已复制' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), (await given(page)).code);
});

test('where the browser forbids copying, the code is marked for the keys', async (t) => {
  const page = await opened(t, { prepare: (one) => one.addInitScript(() => delete Navigator.prototype.clipboard) });
  await page.getByRole('button', { name: /复制代码/ }).click();
  await page.getByRole('status').filter({ hasText: 'Ctrl+C' }).waitFor();
  assert.equal(await page.evaluate(() => `${getSelection()}`), (await given(page)).code);
});

test('without JavaScript there is code to copy', async (t) => {
  const page = await openPage(t, { path: '/integrate.html', javaScriptEnabled: false });
  const text = await page.getByRole('main').innerText();
  for (const name of ['embed.js', 'mingbai.js']) {
    assert.ok(text.includes(`${name}"`), name);
  }
  assert.equal(await page.getByRole('form').isVisible(), false);
});

for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: 'dark' }, 'on a telephone': { width: 360 } })) {
  test(`it is accessible and not scrolled sideways, ${name}`, async (t) => {
    const page = await opened(t, options);
    // What is far below the window is not opened yet.
    await page.getByRole('region', { name: /^预览/ }).scrollIntoViewIfNeeded();
    await title(await inside(page)).waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

test('where the frame cannot read the files, that is said beside the preview, and only there', async (t) => {
  const preview = (page) => page.getByRole('region', { name: /^预览/ });
  const closed = (one) => one.route(/\/(frame|mingbai)\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': 'https://policy.example' } });
  });
  const page = await opened(t, { prepare: closed });
  await preview(page).scrollIntoViewIfNeeded();
  await preview(page).getByText('服务器没有发 Access-Control-Allow-Origin: *').waitFor();
  await chosenForm(page, /元素/).click();
  assert.equal(await page.getByText('预览没有打开').count(), 0, 'of the frame alone');
  page.errors.length = 0;

  const good = await opened(t);
  await title(await inside(good)).waitFor();
  await good.waitForTimeout(4000);
  assert.equal(await good.getByText('预览没有打开').count(), 0);
});
