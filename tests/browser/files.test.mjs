// Answers saved to a file and read again; files and data that cannot be used.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { openPage } from './support/page.mjs';
import { ENTERPRISE, TRADER } from './support/firms.mjs';
import { answer, answerAll, box, button, card, eventually, goOn, load, openVisit, reachResult, reads, save, seen, sums, title, type, words } from './support/visit.mjs';

test('saved, cleared and read again, the answers give the same result', async (t) => {
  const page = await openVisit(t);
  const empty = (await save(page)).text;
  await answerAll(page, TRADER);
  const { name, text } = await save(page);
  assert.match(name, /\.json$/);

  await button(page, '全部清除').click();
  await eventually(async () => assert.equal((await save(page)).text, empty));
  assert.equal(await title(page).innerText(), '地区和申报主体');

  await load(page, text);
  await reads(page, '已读入保存的答案');
  assert.equal((await save(page)).text, text);
  await button(page, '查看结果').click();
  await card(page, '企业自主参展补助').waitFor();
  assert.deepEqual(await sums(page), { exact: '15万元', ceiling: '最高19.1万元', assessed: '没有这类项目' });
});

test('a file read over other answers can be undone', async (t) => {
  const page = await openVisit(t);
  await answer(page, '企业在哪里注册', ['其他地方']);
  const mine = (await save(page)).text;
  const theirs = mine.replace('elsewhere', 'lhasa');
  await load(page, theirs);
  await eventually(async () => assert.match((await save(page)).text, /"registered_in":\["lhasa"\]/));
  await button(page, '撤销').click();
  await eventually(async () => assert.equal((await save(page)).text, mine));
});

const FILES = [
  ['a damaged file', (saved) => saved.slice(0, saved.length / 2), /不是从本页保存的|已经损坏/],
  ['a file of another version', (saved) => saved.replace('"form":1', '"form":99'), /第99版/],
  ['a text that is no JSON', () => '亲爱的朋友：你好！', /不是从本页保存的/],
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xfe, 0x00]), /不是从本页保存的/],
  ['JSON of another kind', () => '{"name":"mingbai","version":"1.0.0"}', /不是从本页保存的/],
  ['an empty file', () => '', /不是从本页保存的/],
  ['a file of 5 MB', (saved) => saved + ' '.repeat(5 << 20), /太大|不是从本页保存的/],
  ['an answer with a wrong unit', (saved) => saved.replace('"240万美元"', '"240万元"'), /prior_year_export|上年度出口额/],
  ['an answer to no question', (saved) => saved.replace('"prior_year_export"', '"nonsense"'), /nonsense/],
];

test('a file that cannot be used is refused with a reason, and nothing entered is lost', async (t) => {
  const page = await openVisit(t);
  for (const [name, value] of Object.entries(ENTERPRISE)) await answer(page, name, value);
  await goOn(page);
  await answer(page, '上年度出口额', '240万');
  await type(box(page, '年跨境电商交易额'), '很多');
  const { text } = await save(page);

  for (const [what, spoil, reason] of FILES) {
    await t.test(what, async () => {
      await load(page, spoil(text));
      const message = page.getByRole('status').filter({ hasText: '没有读入' });
      await eventually(async () => assert.match(await message.innerText(), reason));
      assert.match(await message.innerText(), /没有变/);
      assert.equal((await save(page)).text, text);
      assert.equal(await box(page, '上年度出口额').inputValue(), '240万');
      assert.equal(await box(page, '年跨境电商交易额').inputValue(), '很多');
    });
  }
});

const PACK = path.resolve(import.meta.dirname, '../../dist/mingbai.pack');

/** Changes one byte. */
function flipped(pack, place) {
  const other = Buffer.from(pack);
  other[place] ^= 0x40;
  return other;
}

const OTHER = /mingbai\.pack 不是这一版的文件，或者已损坏/;

for (const [what, spoil, reason] of [
  ['damaged in the middle', (pack) => ({ body: flipped(pack, pack.length >> 1) }), OTHER],
  ['cut short', (pack) => ({ body: pack.subarray(0, pack.length - 100) }), OTHER],
  // After its four letters a pack begins with its version.
  ['of another version', (pack) => ({ body: flipped(pack, 4) }), OTHER],
  ['that is a page of something else', () => ({ body: '<!doctype html><title>登录</title>' }), OTHER],
  ['missing', () => ({ status: 404, body: 'Not found' }), /mingbai\.pack: 404/],
]) {
  test(`with a data pack ${what} the page says that it cannot be opened, and why`, async (t) => {
    const pack = await readFile(PACK);
    const prepare = (page) => page.route('**/mingbai.pack', (route) => route.fulfill({ contentType: 'application/octet-stream', ...spoil(pack) }));
    const page = await openPage(t, { prepare });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    assert.match(await alert.innerText(), /没有打开/);
    assert.match(await alert.innerText(), reason);
    assert.equal(await page.getByRole('button').count(), 0, 'no questionnaire');
    // The browser itself notes a missing file, and one of another hash.
    page.errors = page.errors.filter((error) => !/404|integrity/.test(error));
  });
}

test('what comes of saving, opening and clearing is told inside the window, at the foot of a long result and at its head', async (t) => {
  const page = await openVisit(t, { width: 360, height: 640 });
  await reachResult(page, TRADER);
  const { name } = await save(page);
  assert.match(name, /^惠企政策自测-2026-12-01\.json$/);
  await seen(page, name);
  await load(page, '亲爱的朋友：你好！');
  await seen(page, '没有读入');

  await button(page, '保存结果').click();
  await seen(page, name);
  assert.equal(await page.getByRole('status').filter({ hasText: name }).count(), 1, 'only where it was asked for');

  await button(page, '全部清除').click();
  await seen(page, '原来填写的内容已清除');
  await button(page, '撤销').click();
  await eventually(async () => assert.match((await save(page)).text, /120万元/));
});
