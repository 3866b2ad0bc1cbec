// Nothing leaves the browser: a whole visit to each form, with a listener at which everything would arrive that leaves for
// any other machine, and with each way out tried from a page that may use it.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { TRADER } from './support/firms.mjs';
import { WAYS, listener, tryAll } from './support/listener.mjs';
import { openPage } from './support/page.mjs';
import { dist, serveDist, serveHost } from './support/server.mjs';
import { TODAY, answerAll, button, card, eventually, title } from './support/visit.mjs';

const LAX = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'";

/**
 * The forms: how each is opened from a server of its own, where its questionnaire is, and which ways out its policy
 * leaves open to a script that should not be there.
 */
const FORMS = {
  'the full page': { open: async (t, { origin }) => `${origin}/`, left: ['webrtc', 'window'] },
  'a page of others with the questionnaire in it': {
    open: (t, { origin }) => host(t, `<mingbai-checker></mingbai-checker><script type="module" src="${origin}/mingbai.js"></script>`),
    inside: (page) => Object.assign(page, { titleLevel: 3 }),
    left: WAYS,
  },
  'a page of others with the questionnaire in a frame': {
    open: (t, { origin }) => host(t, `<script src="${origin}/embed.js" async></script>`),
    inside: async (page) => (await page.locator('iframe').elementHandle()).contentFrame(),
    left: ['webrtc'],
  },
  'the one file': { open: async () => pathToFileURL(path.join(dist, 'mingbai-offline.html')).href, served: false, left: ['webrtc', 'window'] },
};

async function host(t, body) {
  const server = await serveHost(`<!doctype html><html lang="zh-CN"><title>某单位</title><body>${body}</body></html>`, LAX);
  t.after(server.close);
  return server.url;
}

/** A form opened with a listener around it, and what its own servers are asked. */
async function opened(t, { open, inside = (page) => page, replaced = {} }) {
  const ears = await listener();
  t.after(ears.close);
  const asked = [];
  const server = await serveDist({ see: (request) => asked.push(request.url), replaced });
  t.after(server.close);
  const page = await openPage(t, { path: await open(t, server), now: TODAY, proxy: ears.proxy });
  await eventually(async () => assert.ok(await inside(page)));
  const scope = await inside(page);
  await title(scope).waitFor();
  // What is not painted yet cannot be clicked.
  await scope.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return { page, scope, ears, asked };
}

/** What the browser keeps of a page. */
function kept(page) {
  return page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: 'caches' in window ? (await caches.keys()).length : 0,
  }));
}

const NOTHING = { cookies: '', local: 0, session: 0, databases: 0, caches: 0 };

/** Everything a person can do on the way, with a result at the end. */
async function wholeVisit(page, scope) {
  await answerAll(scope, TRADER);
  await button(scope, '查看结果').click();
  await card(scope, '网络广告、平台、建站支出补助').waitFor();
  const download = page.waitForEvent('download');
  await button(scope, /^保存到文件$/).click();
  const file = await (await download).path();
  const chooser = page.waitForEvent('filechooser');
  await scope.getByText(/^\s*读入文件\s*$/).click();
  await (await chooser).setFiles(file);
  await scope.getByText('已读入保存的答案').first().waitFor();
  await button(scope, 'English').click();
  await button(scope, '中文').click();
  await button(scope, '大字版').click();
  await button(scope, '全部清除').click();
}

for (const [name, form] of Object.entries(FORMS)) {
  test(`${name}: in a whole visit nothing arrives anywhere, and nothing is kept`, async (t) => {
    const { page, scope, ears, asked } = await opened(t, form);
    const here = page.url();
    asked.length = 0;
    await wholeVisit(page, scope);
    assert.deepEqual(ears.arrived, []);
    assert.deepEqual(asked, form.served === false ? [] : ['/mingbai.en.pack'], 'its own server is asked for the English words, and for nothing else');
    assert.equal(page.context().pages().length, 1);
    assert.equal(page.url(), here);
    assert.deepEqual(await kept(page), NOTHING);
  });

  test(`${name}: its policy leaves open what it is said to leave open, and no more`, (t) => leavesOpen(t, form));
}

test('the full page brings its policy to a server that sends none', (t) =>
  leavesOpen(t, { ...FORMS['the full page'], replaced: { 'Content-Security-Policy': '' } }));

for (const file of ['integrate.html', 'selfcheck.html']) {
  const form = { open: async (t, { origin }) => `${origin}/${file}`, left: ['webrtc', 'window'] };

  test(`${file}: nothing arrives anywhere, its own server is asked for its files alone, and nothing is kept`, async (t) => {
    const { page, ears, asked } = await opened(t, form);
    if (file === 'integrate.html') {
      await page.getByRole('checkbox', { name: /拉萨市/ }).first().click();
      await page.getByRole('radio', { name: /元素/ }).click();
      await page.getByRole('textbox', { name: /按哪一天测算/ }).fill('2026-12-31');
    } else {
      await page.getByRole('status').filter({ hasText: '没有发现问题' }).waitFor();
    }
    await page.getByRole('button', { name: /^复制(代码|检查结果)/ }).click();
    assert.deepEqual(ears.arrived, []);
    const { files } = JSON.parse(await readFile(path.join(dist, 'release.json'), 'utf8'));
    assert.deepEqual(asked.filter((url) => !['release.json', ...Object.keys(files)].includes(url.slice(1))), []);
    assert.deepEqual(await kept(page), NOTHING);
  });

  test(`${file}: its policy leaves open what it is said to leave open, and no more, also from a server that sends none`, async (t) => {
    await leavesOpen(t, form);
    await leavesOpen(t, { ...form, replaced: { 'Content-Security-Policy': '' } });
  });
}

async function leavesOpen(t, form) {
  const { page, scope, ears } = await opened(t, form);
  await tryAll(scope, ears.stun);
  await eventually(() => assert.deepEqual([...new Set(ears.arrived.map(way))].filter((one) => WAYS.includes(one)).sort(), [...form.left].sort()));
  // What was refused is said in the console.
  page.errors.length = 0;
}

/** The way that leads to a machine of that name. */
function way(machine) {
  return machine.replace('.example', '');
}

test('the worker keeps the files of the page and nothing else', async (t) => {
  const page = await openPage(t, { now: TODAY, serviceWorkers: 'allow' });
  await title(page).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await wholeVisit(page, page);
  const kept = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname).sort();
  });
  assert.deepEqual(kept, ['/index.html', '/mingbai.en.pack', '/mingbai.js', '/mingbai.pack', '/mingbai.wasm', '/opening.js', '/page.css', '/start.js']);
});

test('the report speaks of these very files', async () => {
  const { files } = JSON.parse(await readFile(path.join(dist, 'privacy.json'), 'utf8'));
  assert.ok(['mingbai.wasm', 'mingbai.js', 'mingbai.pack', 'mingbai.en.pack', 'mingbai-offline.html', 'embed.js', 'sw.js'].every((name) => name in files));
  for (const [name, hash] of Object.entries(files)) {
    assert.equal(`sha256-${createHash('sha256').update(await readFile(path.join(dist, name))).digest('base64')}`, hash, name);
  }
});
