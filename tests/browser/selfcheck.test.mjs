// The page that checks a site: in order, it finds nothing; each thing that is wrong has its own line.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { openPage, origin } from './support/page.mjs';
import { dist, serveDist } from './support/server.mjs';
import { TODAY, title } from './support/visit.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The page once everything is checked. What the browser says of files that are wrong is no error of the page. */
async function checked(t, options = {}) {
  const page = await openPage(t, { path: '/selfcheck.html', now: TODAY, ...options });
  await page.getByRole('status').filter({ hasText: /\d+项检查/ }).waitFor();
  page.errors.length = 0;
  return page;
}

/** Every line: `title → [通过 | 有问题 | 供参考, what was found]`. */
async function findings(page) {
  const lines = await page.getByRole('list', { name: '检查结果' }).getByRole('listitem').allInnerTexts();
  return new Map(lines.map((line) => {
    const [, state, title, found] = /(通过|有问题|供参考)：\s*(\S+)[^\n]*\n\s*([^]*)/.exec(line);
    return [title, [state, found]];
  }));
}

/** The titles of what is wrong. */
function wrong(found) {
  return [...found].filter(([, [state]]) => state === '有问题').map(([title]) => title);
}

/** Answers some files otherwise: `change` gives what differs. */
function otherwise(name, change) {
  return (page) => page.route(new RegExp(`/${name}$`), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, ...(await change(response)) });
  });
}

const served = (headers) => (response) => ({ headers: { ...response.headers(), ...headers } });
const cut = async (response) => ({ body: (await response.body()).subarray(0, -1) });
const gone = () => ({ status: 404, contentType: 'text/html', body: 'Not found' });
const older = (response) => served({
  'x-frame-options': 'SAMEORIGIN',
  'content-security-policy': response.headers()['content-security-policy'].replace('; frame-ancestors *', ''),
})(response);
const policy = (change) => (response) => served({ 'content-security-policy': change(response.headers()['content-security-policy']) })(response);

test('on a server as it should be nothing is wrong, and the known case comes out as by hand', async (t) => {
  const page = await checked(t);
  const found = await findings(page);
  assert.deepEqual(wrong(found), []);
  assert.equal(found.size, 19);
  assert.match(found.get('试算').join(' '), /通过 算出 15万元/);
  assert.match(found.get('安全策略（CSP）')[1], /script-src 'self' http:\/\/127\.0\.0\.1:\d+ 'wasm-unsafe-eval'/);
  assert.match(found.get('文件清单')[1], /版本 0\.1\.0.*核对日期 2026-11-21/);
});

/** What is wrong, how it is made so, the lines that say so, and what they say. */
const BROKEN = [
  ['the program has another media type', otherwise('mingbai.wasm', served({ 'content-type': 'text/plain' })), { 媒体类型: /mingbai\.wasm 是 text\/plain，应当是 application\/wasm/ }],
  ['the rules are damaged', otherwise('mingbai.pack', cut), { 文件完整: /mingbai\.pack 和发布的不一致/, 程序和规则: /mingbai\.pack/, 试算: /没有算出/ }],
  ['a file of the frame is damaged', otherwise('frame.js', cut), { 文件完整: /frame\.js 和发布的不一致/ }],
  ['the rules are missing', otherwise('mingbai.pack', gone), { 文件完整: /缺少 mingbai\.pack：请上传/, 程序和规则: /请把文件上传完整/, 试算: /没有算出/ }],
  ['a file does not come', (page) => page.route(/\/frame\.js$/, (route) => route.abort()), { 文件完整: /^没有收到 frame\.js：/ }],
  ['the list is missing', otherwise('release.json', gone), { 文件清单: /没有读到 release\.json/ }],
  ['other sites may not read', otherwise('(mingbai.(js|wasm|pack)|frame.js|embed.js)', served({ 'access-control-allow-origin': '' })), { '其他网站读取（CORS）': /embed\.js, frame\.js, mingbai\.js, mingbai\.pack, mingbai\.wasm 没有发/ }],
  ['the policy forbids the program', otherwise('(embed|index|selfcheck).html', policy((text) => text.replace(" 'wasm-unsafe-eval'", ''))), { '安全策略（CSP）': /script-src 'wasm-unsafe-eval'/, WebAssembly: /加上 'wasm-unsafe-eval'/, 程序和规则: /WebAssembly/, 试算: /没有算出/ }],
  ['the policy does not name the site beside self', otherwise('embed.html', policy((text) => text.replaceAll(` ${origin}`, ''))), { '安全策略（CSP）': new RegExp(`script-src ${origin}；style-src ${origin}；connect-src ${origin}`) }],
  ['there is no policy', otherwise('embed.html', policy(() => '')), { '安全策略（CSP）': /没有发 Content-Security-Policy/ }],
  ['no other site may show the frame', otherwise('embed.html', older), { 放进框架: /X-Frame-Options: SAMEORIGIN/ }],
  ['nobody may show the frame', otherwise('embed.html', policy((text) => text.replace('frame-ancestors *', "frame-ancestors 'none'"))), { 放进框架: /不允许任何网站/ }],
  ['files have the date of the archive', otherwise('(sw|start).js', served({ 'last-modified': 'Tue, 01 Jan 1980 12:00:00 GMT' })), { 文件日期: /^2个文件还是压缩包里的旧日期/ }],
  ['files are kept for long', otherwise('mingbai.js', served({ 'cache-control': 'max-age=86400' })), { 缓存: /^mingbai\.js 没有发/ }],
];

for (const [name, prepare, expected] of BROKEN) {
  test(`where ${name} it is said, and what to do`, async (t) => {
    const found = await findings(await checked(t, { prepare }));
    assert.deepEqual(wrong(found), Object.keys(expected));
    for (const [title, text] of Object.entries(expected)) assert.match(found.get(title)[1], text);
  });
}

test('pages without characters in their media type are as they should be: they say themselves in which they are written', async (t) => {
  const prepare = otherwise('(index|embed).html', served({ 'content-type': 'text/html' }));
  assert.deepEqual(wrong(await findings(await checked(t, { prepare }))), []);
  const other = otherwise('index.html', served({ 'content-type': 'text/html; charset=gbk' }));
  assert.deepEqual(wrong(await findings(await checked(t, { prepare: other }))), ['媒体类型']);
});

test('beside frame-ancestors the older header is not looked at, as browsers do', async (t) => {
  const found = await findings(await checked(t, { prepare: otherwise('embed.html', served({ 'x-frame-options': 'SAMEORIGIN' })) }));
  assert.deepEqual(wrong(found), []);
});

test('a policy that names the kind of address in place of the site is enough', async (t) => {
  const found = await findings(await checked(t, { prepare: otherwise('embed.html', policy((text) => text.replaceAll(origin, 'http:'))) }));
  assert.deepEqual(wrong(found), []);
});

test('a policy wider than needed is told of', async (t) => {
  const found = await findings(await checked(t, { prepare: otherwise('embed.html', policy((text) => text.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"))) }));
  assert.match(found.get('安全策略（CSP）').join(' '), /供参考 比需要的宽：script-src 'unsafe-inline'/);
});

test('a program that works out something else is found out', async (t) => {
  const { version, about } = JSON.parse(await readFile(path.join(dist, 'release.json'), 'utf8'));
  const body = `export const ready = async () => (${JSON.stringify({ version, rules: about.rules })});
    export const assess = async () => ({ documents: [{ measures: [{ id: 'lhasa-02', estimate: { least: '16万元', most: '16万元' } }] }] });`;
  const found = await findings(await checked(t, { prepare: otherwise('mingbai.js', () => ({ body })) }));
  assert.deepEqual(wrong(found), ['文件完整', '试算']);
  assert.match(found.get('试算')[1], /算出 16万元，人工计算是 15万元/);
});

test('a program of another release than the site is found out', async (t) => {
  const change = async (response) => ({ body: (await response.text()).replace(/"version": "[^"]*"/, '"version": "9.9.9"') });
  const found = await findings(await checked(t, { prepare: otherwise('release.json', change) }));
  assert.match(found.get('程序和规则').join(' '), /有问题 浏览器里是 0\.1\.0.*网站上是 9\.9\.9/);
});

test('a clock before the day of the rules is wrong, one after their review is told of', async (t) => {
  const early = await findings(await checked(t, { now: '2020-01-01T12:00:00+08:00' }));
  assert.deepEqual(wrong(early), ['电脑日期']);
  const late = await findings(await checked(t, { now: '2028-01-01T12:00:00+08:00' }));
  assert.match(late.get('电脑日期').join(' '), /供参考 今天是 2028-01-01，规则应在 2027-05-21 前复核/);
});

test('once the page was opened it is found to be kept', async (t) => {
  const page = await openPage(t, { now: TODAY, serviceWorkers: 'allow' });
  await title(page).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`${origin}/selfcheck.html`);
  await page.getByRole('status').filter({ hasText: /项检查/ }).waitFor();
  assert.deepEqual((await findings(page)).get('离线打开').join(' ').slice(0, 2), '通过');
});

test('without https that is told of, and the findings are marked to be copied by keys', async (t) => {
  const server = await serveDist();
  t.after(server.close);
  const prepare = (page) => page.route('http://policy.example/**', async (route) => {
    const response = await route.fetch({ url: route.request().url().replace('http://policy.example', server.origin) });
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': response.headers()['content-security-policy'].replaceAll(server.origin, 'http://policy.example') } });
  });
  const page = await checked(t, { path: 'http://policy.example/selfcheck.html', prepare });
  const found = await findings(page);
  assert.deepEqual(wrong(found), []);
  assert.match(found.get('打开方式').join(' '), /供参考 没有用 https/);
  await page.getByRole('button', { name: /复制检查结果/ }).click();
  await page.getByRole('status').filter({ hasText: 'Ctrl+C' }).waitFor();
  assert.match(await page.evaluate(() => `${getSelection()}`), /^http:\/\/policy\.example\/selfcheck\.html\n/);
});

test('what was found is copied as a text with a line for each check', async (t) => {
  const page = await checked(t, { permissions: ['clipboard-read', 'clipboard-write'], prepare: otherwise('mingbai.js', served({ 'cache-control': '' })) });
  await page.getByRole('button', { name: /复制检查结果/ }).click();
  await page.getByRole('status').filter({ hasText: '已复制' }).waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  assert.equal(lines[0], `${origin}/selfcheck.html`);
  assert.equal(lines.filter((line) => /^[✓✗–] /.test(line)).length, 19);
  assert.equal(lines.filter((line) => line.startsWith('✗')).length, 1);
  assert.match(lines.join('\n'), /\n✗ 缓存 Caching: mingbai\.js 没有发/);
});

test('where its own scripts come with another media type the page says so', async (t) => {
  const plain = served({ 'content-type': 'text/plain' });
  const page = await openPage(t, { path: '/selfcheck.html', prepare: otherwise('selfcheck.js', plain) });
  await page.getByRole('alert').filter({ hasText: 'text/javascript' }).waitFor();
  page.errors.length = 0;
  const none = await openPage(t, { path: '/selfcheck.html', prepare: otherwise('(selfcheck|opening).js', plain) });
  await none.getByText(/^脚本没有运行/).waitFor();
  none.errors.length = 0;
});

test('opened from a folder it names the one file', async (t) => {
  const page = await openPage(t, { path: pathToFileURL(path.join(dist, 'selfcheck.html')).href });
  await page.getByRole('link', { name: '离线版' }).waitFor();
  page.errors.length = 0;
});

for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: 'dark' }, 'on a telephone': { width: 320 } })) {
  test(`it is accessible and not scrolled sideways, ${name}`, async (t) => {
    const page = await checked(t, { ...options, prepare: otherwise('frame.js', cut) });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}
