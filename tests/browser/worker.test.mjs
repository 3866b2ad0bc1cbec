// The full page opens without a network after the first visit, and never mixes two releases.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { TRADER } from './support/firms.mjs';
import { openPage } from './support/page.mjs';
import { dist, serveDist } from './support/server.mjs';
import { TODAY, answer, button, eventually, group, option, reachResult, sums, title } from './support/visit.mjs';

const QUESTIONNAIRE = ['/mingbai.js', '/mingbai.pack', '/mingbai.wasm', '/opening.js', '/page.css', '/start.js'];

/** What is done once all pages are closed: without its server a page would complain. */
const last = [];
after(() => Promise.all(last.map((end) => end())));

/** A server of a folder that holds a release, and what it was asked for. */
async function site() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mingbai-site-'));
  await cp(dist, folder, { recursive: true });
  const asked = [];
  const see = (request) => asked.push(request.url);
  let server = await serveDist({ folder, see });
  const { origin } = server;
  last.push(() => {
    server.close();
    return rm(folder, { recursive: true });
  });
  const start = async () => {
    server = await serveDist({ folder, see, port: Number(new URL(origin).port) });
  };
  return { folder, origin, asked, stop: () => server.close(), start };
}

/** Opens the site, and waits until the questionnaire stands. */
async function visit(t, { origin }) {
  const page = await openPage(t, { path: `${origin}/`, now: TODAY, serviceWorkers: 'allow' });
  await title(page).waitFor();
  return page;
}

/** Waits until the worker has everything. */
function kept(page) {
  return page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => new Promise((done) => {
    const look = () => (active.state === 'activated' ? done() : undefined);
    active.addEventListener('statechange', look);
    look();
  })));
}

async function again(page) {
  await page.reload();
  await title(page).waitFor();
}

/** Changes a file of the site as a new release does: its hash stands in the worker. */
async function release(folder, name, change) {
  const hash = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  const file = path.join(folder, name);
  const old = await readFile(file);
  const changed = Buffer.from(change(old.toString()));
  await writeFile(file, changed);
  const worker = path.join(folder, 'sw.js');
  const text = await readFile(worker, 'utf8');
  assert.ok(text.includes(hash(old)));
  await writeFile(worker, text.replace(hash(old), hash(changed)).replace(/mingbai-[0-9a-f]{16}/, `mingbai-${hash(changed).slice(7, 15)}`));
}

const noted = (text) => text.replace('<title>', '<meta name="note" content="second"><title>');
const isSecond = (page) => page.evaluate(() => document.querySelector('meta[name=note]') !== null);

test('after the first visit the page opens without a server, to the same result', async (t) => {
  const place = await site();
  const page = await visit(t, place);
  await kept(page);
  place.stop();
  await again(page);
  await reachResult(page, TRADER);
  assert.deepEqual(await sums(page), { exact: '15万元', ceiling: '最高19.1万元', assessed: '没有这类项目' });
  await button(page, 'English').click();
  await page.getByRole('heading', { name: 'Estimated amounts' }).waitFor();
});

test('where there is a server, only the page itself and the worker are asked for again', async (t) => {
  const place = await site();
  const page = await visit(t, place);
  await kept(page);
  assert.deepEqual(QUESTIONNAIRE.filter((name) => !place.asked.includes(name)), []);
  place.asked.length = 0;
  await again(page);
  await eventually(() => assert.deepEqual([...new Set(place.asked)].sort(), ['/', '/sw.js']));
});

test('a new release is used whole at the next visit, and never under answers', async (t) => {
  const place = await site();
  const page = await visit(t, place);
  await kept(page);
  // From the second visit on the worker stands between the page and the server.
  await again(page);
  await answer(page, '企业在哪里注册', ['拉萨市']);

  await release(place.folder, 'index.html', noted);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await eventually(() => page.evaluate(async () => {
    if (!(await navigator.serviceWorker.getRegistration()).waiting) throw new Error('not there yet');
  }));
  assert.equal(await option(group(page, '企业在哪里注册'), '拉萨市').isChecked(), true);
  assert.equal(await isSecond(page), false);

  page.once('dialog', (dialog) => dialog.accept());
  place.asked.length = 0;
  await again(page);
  assert.equal(await isSecond(page), true);
  assert.deepEqual(QUESTIONNAIRE.filter((name) => !place.asked.includes(name)), [], 'all of it comes from the server');

  await t.test('the old one is gone once nobody uses it', async () => {
    await page.goto('about:blank');
    const next = await page.context().newPage();
    await next.goto(`${place.origin}/`);
    await title(next).waitFor();
    await eventually(async () => {
      const names = await next.evaluate(() => caches.keys());
      assert.equal(names.length, 1);
      assert.doesNotMatch(names[0], /mingbai-[0-9a-f]{16}/);
    });
    place.stop();
    await again(next);
    assert.equal(await isSecond(next), true);
  });
});

test('without a server the old release opens whole, though a new one was seen', async (t) => {
  const place = await site();
  const page = await visit(t, place);
  await kept(page);
  await writeFile(path.join(place.folder, 'index.html'), noted(await readFile(path.join(place.folder, 'index.html'), 'utf8')));
  await again(page);
  assert.equal(await isSecond(page), true);
  place.stop();
  await again(page);
  assert.equal(await isSecond(page), false);
});

test('a file that is not as it was released is not kept', async (t) => {
  const place = await site();
  await writeFile(path.join(place.folder, 'page.css'), 'main { margin: 0 }');
  const page = await visit(t, place);
  const state = () => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return Boolean(registration?.installing ?? registration?.waiting ?? registration?.active);
  });
  await eventually(async () => {
    assert.ok(place.asked.includes('/sw.js'));
    assert.equal(await state(), false);
  });
  assert.deepEqual(await page.evaluate(async () => {
    const names = await caches.keys();
    return Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
  }).then((counts) => counts.filter((count) => count > 0)), []);
});

test('what others keep at the same address stays', async (t) => {
  const place = await site();
  const page = await openPage(t, { path: `${place.origin}/embed.html`, serviceWorkers: 'allow' });
  await page.evaluate(() => caches.open('theirs'));
  await page.goto(`${place.origin}/`);
  await title(page).waitFor();
  await kept(page);
  assert.ok((await page.evaluate(() => caches.keys())).includes('theirs'));
});

test('other pages at the same address get their files from the server', async (t) => {
  const place = await site();
  const page = await visit(t, place);
  await kept(page);
  place.asked.length = 0;
  await page.goto(`${place.origin}/embed.html`);
  await title(page).waitFor();
  for (const name of ['/mingbai.js', '/mingbai.wasm', '/mingbai.pack']) assert.ok(place.asked.includes(name), name);
});
