// The one file: opened from a folder by its name, without a network.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { TRADER } from './support/firms.mjs';
import { openPage } from './support/page.mjs';
import { dist } from './support/server.mjs';
import { TODAY, answer, button, eventually, load, openVisit, reachResult, reads, save, sums, title } from './support/visit.mjs';

const FILE = 'mingbai-offline.html';

/** The file in a folder as on a stick, with a Chinese name and a space, alone; its address. */
async function copied(t, change = (text) => text) {
  const folder = await mkdtemp(path.join(os.tmpdir(), '政策 测算 '));
  t.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, FILE);
  await writeFile(file, change(await readFile(path.join(dist, FILE), 'utf8')));
  return pathToFileURL(file).href;
}

/** Lists what the page asks for. */
function watching(asked) {
  return (page) => page.context().on('request', (request) => asked.push(request.url()));
}

test('a firm reads its result in the file, which asks for nothing', async (t) => {
  const asked = [];
  const file = await copied(t);
  const page = await openVisit(t, { path: file, prepare: watching(asked) });
  await reachResult(page, TRADER);
  assert.deepEqual(await sums(page), { exact: '15万元', ceiling: '最高19.1万元', assessed: '没有这类项目' });
  const { text } = await save(page);
  await button(page, '全部清除').click();
  await load(page, text);
  await reads(page, '已读入保存的答案');
  assert.deepEqual(asked.filter((url) => !url.startsWith('blob:') && url !== 'data:,'), [file]);
});

test('below it stand its version, the day of its rules and their checksums', async (t) => {
  const page = await openVisit(t, { path: await copied(t) });
  const footer = await page.getByRole('contentinfo').innerText();
  const { version } = JSON.parse(await readFile(path.join(dist, 'release.json'), 'utf8'));
  for (const part of [version, '2026-11-21']) assert.ok(footer.includes(part), `${part}: ${footer}`);
  for (const name of ['mingbai.wasm', 'mingbai.pack', 'mingbai.en.pack']) {
    const checksum = createHash('sha256').update(await readFile(path.join(dist, name))).digest('hex');
    assert.ok(footer.includes(checksum), `${name} ${checksum}: ${footer}`);
  }
});

test('it carries the licences of everything in it, for whoever asks', async (t) => {
  const page = await openVisit(t, { path: await copied(t) });
  const footer = page.getByRole('contentinfo');
  assert.doesNotMatch(await footer.innerText(), /Apache License/);
  await footer.getByText('许可证').click();
  await footer.getByText('Apache License').waitFor();
  assert.equal((await footer.innerText()).includes('yew 0.23'), true);
});

test('its own policy lets it load nothing and connect to nothing', async (t) => {
  const page = await openVisit(t, { path: await copied(t) });
  const done = await page.evaluate(async () => {
    const refused = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
    const address = 'http://127.0.0.1:9/';
    await fetch(address).catch(() => {});
    navigator.sendBeacon(address, 'x');
    new Image().src = address;
    const script = document.createElement('script');
    script.src = address;
    document.head.append(script);
    const inline = document.createElement('script');
    inline.textContent = 'window.ran = true';
    document.head.append(inline);
    document.body.append(Object.assign(document.createElement('iframe'), { src: address }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { refused: refused.sort(), ran: window.ran === true };
  });
  assert.deepEqual(done, { refused: ['connect-src', 'connect-src', 'frame-src', 'img-src', 'script-src-elem', 'script-src-elem'], ran: false });
  assert.ok(page.errors.every((error) => error.includes('Content Security Policy')), page.errors.join('\n'));
  page.errors.length = 0;
});

test('it says so when its rules should have been checked again', async (t) => {
  const file = await copied(t);
  const stale = (page) => page.getByText('规则已超过复核日期');
  // Checked on 21 November 2026, to be checked again half a year later.
  const last = await openPage(t, { path: file, now: '2027-05-21T23:59:59+08:00' });
  await title(last).waitFor();
  assert.equal(await stale(last).isVisible(), false);
  const late = await openPage(t, { path: file, now: '2027-05-22T00:00:00+08:00' });
  await title(late).waitFor();
  assert.match(await stale(late).innerText(), /2027-05-21/);
});

test('a damaged file, or a browser that cannot open it, gets a sentence', async (t) => {
  const [data] = /(?<=id="wasm">)[^<]+/.exec(await readFile(path.join(dist, FILE), 'utf8'));
  const middle = data.slice(1000, 1040);
  const damaged = await openPage(t, { path: await copied(t, (text) => text.replace(middle, [...middle].reverse().join(''))), now: TODAY });
  await damaged.getByRole('alert').filter({ hasText: '没有打开' }).waitFor();
  const old = await openPage(t, {
    path: await copied(t),
    now: TODAY,
    prepare: (page) => page.addInitScript(() => delete window.DecompressionStream),
  });
  await old.getByRole('alert').filter({ hasText: '请换用新版浏览器' }).waitFor();
});

test('once something is entered it asks before it is left', async (t) => {
  const page = await openVisit(t, { path: await copied(t) });
  await answer(page, '企业在哪里注册', ['拉萨市']);
  const asked = page.waitForEvent('dialog');
  const left = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.accept();
  await left;
});

test('the page of the server, opened from a folder, names the file and leads there', async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), '政策 测算 '));
  t.after(() => rm(folder, { recursive: true }));
  await cp(dist, folder, { recursive: true });
  const page = await openPage(t, { path: pathToFileURL(path.join(folder, 'index.html')).href });
  const link = page.getByRole('link', { name: FILE });
  await link.waitFor();
  assert.equal(await page.getByText('正在打开').isVisible(), false);
  // Modules cannot be loaded from a folder, and the browser says so.
  assert.ok(page.errors.every((error) => /CORS|ERR_FAILED/.test(error)), page.errors.join('\n'));
  page.errors.length = 0;
  await link.click();
  await title(page).waitFor();
});

for (const name of ['embed.html', 'partner.html']) {
  test(`${name}, opened from a folder, names the file instead of waiting`, async (t) => {
    const page = await openPage(t, { path: pathToFileURL(path.join(dist, name)).href });
    const link = page.getByRole('link', { name: FILE });
    await link.waitFor();
    assert.match(await page.getByRole('main').innerText(), /在文件夹里直接打开，这个页面不能计算/);
    for (const other of ['正在打开', '没有打开的']) assert.equal(await page.getByText(other).filter({ visible: true }).count(), 0, other);
    assert.ok(page.errors.every((error) => /CORS|ERR_FAILED/.test(error)), page.errors.join('\n'));
    page.errors.length = 0;
  });
}

test('a page opened from a folder offers no link, which nobody else could open', async (t) => {
  const page = await openVisit(t, { path: await copied(t) });
  await button(page, '保存到文件').waitFor();
  assert.equal(await button(page, '复制链接').count(), 0);
});

test('its foot is as wide as the questionnaire, and in large type with it', async (t) => {
  const page = await openVisit(t, { path: await copied(t), width: 1400 });
  const foot = page.getByRole('contentinfo');
  const wide = await foot.boundingBox();
  const tools = await button(page, '保存到文件').boundingBox();
  assert.ok(wide.width >= 1100 && Math.abs(tools.x - wide.x) < 40, `${wide.width}, ${tools.x}, ${wide.x}`);
  const size = () => foot.getByText('校验码').evaluate((element) => getComputedStyle(element).fontSize);
  assert.equal(await size(), '16px');
  await button(page, '大字版').click();
  await eventually(async () => assert.equal(await size(), '22px'));
  await button(page, '标准字号').click();
  await eventually(async () => assert.equal(await size(), '16px'));
});
