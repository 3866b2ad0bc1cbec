// Once the page stands, nothing leaves the browser.

import assert from 'node:assert/strict';
import test from 'node:test';
import { TRADER } from './support/firms.mjs';
import { answerAll, button, card, load, openVisit, reads, save } from './support/visit.mjs';

/** Lists what goes over the network from now on. A file offered for download (`blob:`) does not. */
function watch(page) {
  const seen = [];
  page.context().on('request', (request) => {
    if (!request.url().startsWith('blob:')) seen.push(request.url());
  });
  page.on('websocket', (socket) => seen.push(socket.url()));
  return seen;
}

test('a whole visit makes no request, stores nothing and opens no window', async (t) => {
  const page = await openVisit(t);
  const seen = watch(page);
  await answerAll(page, TRADER);
  await button(page, '查看结果').click();
  await card(page, '网络广告、平台、建站支出补助').waitFor();
  const { text } = await save(page);
  await load(page, text);
  await reads(page, '已读入保存的答案');
  await button(page, 'English').click();
  await button(page, '中文').click();
  await button(page, '大字版').click();
  await button(page, '全部清除').click();
  assert.deepEqual(seen, []);
  assert.equal(page.context().pages().length, 1);

  const kept = await page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
  assert.deepEqual(kept, { cookies: '', local: 0, session: 0, databases: 0, caches: 0 });
  assert.equal(new URL(page.url()).search + new URL(page.url()).hash, '');

  // What would be a request is seen.
  await page.evaluate(() => fetch('page.css'));
  assert.deepEqual(seen.map((url) => new URL(url).pathname), ['/page.css']);
});
