// A link that carries the answers behind its `#`, and links that cannot be used.

import assert from 'node:assert/strict';
import test from 'node:test';
import { origin } from './support/page.mjs';
import { TRADER } from './support/firms.mjs';
import { answer, answerAll, button, eventually, openVisit, reachResult, reads, save, seen } from './support/visit.mjs';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

/** The link the page copies for what was entered. */
async function copied(page) {
  await button(page, '复制链接').click();
  await reads(page, '链接已复制');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a copied link opens the same answers elsewhere, and no server sees them', async (t) => {
  const page = await openVisit(t, CLIPBOARD);
  await answerAll(page, TRADER);
  const link = await copied(page);
  const { text } = await save(page);

  const asked = [];
  const prepare = (other) => other.on('request', (request) => asked.push(request.url()));
  const other = await openVisit(t, { path: link.slice(origin.length), prepare });
  await reads(other, '已读入保存的答案');
  assert.equal((await save(other)).text, text);
  assert.equal(new URL(other.url()).hash, '', 'the address keeps nothing');
  assert.ok(asked.length > 3);
  const sent = asked.map((url) => url.replace(/#.*/, '')).join('\n');
  assert.doesNotMatch(sent, /answers|lhasa/);
});

test('a link opened over other answers can be undone', async (t) => {
  const page = await openVisit(t, CLIPBOARD);
  await answer(page, '企业在哪里注册', ['其他地方']);
  const link = await copied(page);
  await answer(page, '企业在哪里注册', ['拉萨市']);
  const mine = (await save(page)).text;
  await page.evaluate((link) => location.assign(link), link);
  await reads(page, '已读入保存的答案');
  assert.match((await save(page)).text, /"registered_in":\["elsewhere"\]/);
  await button(page, '撤销').click();
  await eventually(async () => assert.equal((await save(page)).text, mine));
});

const DAMAGED = [
  ['cut short', (link) => link.slice(0, -20)],
  ['cut inside a character', (link) => `${link.slice(0, link.indexOf('#'))}#answers=%E4%B8`],
  ['with nothing in it', (link) => `${link.slice(0, link.indexOf('#'))}#answers=`],
  ['of something else', (link) => `${link.slice(0, link.indexOf('#'))}#answers=%3Cscript%3Ealert(1)%3C%2Fscript%3E`],
];

test('a damaged link is refused with a reason, and nothing entered is lost', async (t) => {
  const page = await openVisit(t, CLIPBOARD);
  await answer(page, '企业在哪里注册', ['拉萨市']);
  const link = await copied(page);
  const { text } = await save(page);
  for (const [what, spoil] of DAMAGED) {
    await t.test(what, async () => {
      await page.evaluate((link) => location.assign(link), spoil(link));
      const message = page.getByRole('status').filter({ hasText: '没有读入' });
      await eventually(async () => assert.match(await message.innerText(), /不是从本页保存的.*没有变/));
      assert.equal((await save(page)).text, text);
      assert.equal(new URL(page.url()).hash, '');
    });
  }
});

test('where nothing can be copied, the link is shown to be copied by hand', async (t) => {
  const prepare = (page) => page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const page = await openVisit(t, { prepare });
  await answer(page, '企业在哪里注册', ['拉萨市']);
  await button(page, '复制链接').click();
  const shown = page.getByRole('textbox', { name: '请手动复制' });
  assert.match(await shown.inputValue(), /#answers=.*lhasa/);
});

test('at the foot of a long result one sees that the link was copied, until an answer changes', async (t) => {
  const page = await openVisit(t, { ...CLIPBOARD, width: 360, height: 640 });
  await reachResult(page, TRADER);
  await button(page, '复制链接').click();
  await seen(page, '链接已复制');
  await button(page, '返回核对答案').click();
  assert.equal(await page.getByText('链接已复制').count(), 0);
});

test('a damaged link opened while one is far down is told of inside the window', async (t) => {
  const page = await openVisit(t, { width: 360, height: 640 });
  await reachResult(page, TRADER);
  await button(page, '复制链接').click();
  await page.evaluate(() => location.assign('#answers=%7B'));
  await seen(page, '没有读入');
});
