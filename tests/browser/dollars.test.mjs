// Who knows an amount in renminbi only: a range of dollars, the line it lies across, and nothing filled in unasked. Then the words and years of a result.

import assert from 'node:assert/strict';
import test from 'node:test';
import { ENTERPRISE, TRADER } from './support/firms.mjs';
import { answer, box, button, card, described, eventually, goOn, openVisit, reachResult, save, type, words } from './support/visit.mjs';

const EXPORT = '上年度出口额是多少美元';
const LINE = '换算后的范围跨过了300万美元这条线，结果要看实际美元金额。';

/** The page that asks for the export of last year, with the sum in renminbi unfolded. */
async function openRenminbi(t) {
  const page = await openVisit(t);
  for (const [name, value] of Object.entries(ENTERPRISE)) await answer(page, name, value);
  await goOn(page);
  await page.getByText('只知道人民币金额？').click();
  return page;
}

async function saved(page) {
  return JSON.parse((await save(page)).text).answers.prior_year_export;
}

// 2,100万 ÷ 7.25 = 2896551.724…, ÷ 6.8 = 3088235.294…; 2,100万 ÷ 7 = 300万.
test('renminbi are a range of dollars, and become an answer only when taken over', async (t) => {
  const page = await openRenminbi(t);
  const rate = box(page, '1美元折合多少元');
  assert.equal(await rate.inputValue(), '6.8元–7.25元');
  await page.getByText(/预填的汇率：.*大致范围.*2026年11月21日/).waitFor();

  await type(box(page, '人民币金额'), '2,100万');
  await page.getByText('约合2,896,551.72–3,088,235.30美元').waitFor();
  await page.getByText(LINE).waitFor();
  assert.match(await described(box(page, '人民币金额')), /跨过了300万美元/);
  assert.equal(await saved(page), undefined);

  await button(page, '填入这个范围').click();
  await eventually(async () => assert.equal(await box(page, EXPORT).inputValue(), '2896551.72美元–3088235.3美元'));
  assert.equal(await saved(page), '2896551.72美元..3088235.3美元');

  await type(rate, '7');
  await page.getByText('约合300万美元', { exact: true }).waitFor();
  assert.equal(await page.getByText(LINE).count(), 0);
  assert.equal(await saved(page), '2896551.72美元..3088235.3美元', 'another rate changes no answer by itself');
  await button(page, '填入这个范围').click();
  await eventually(async () => assert.equal(await saved(page), '300万美元'));
});

test('what is no rate is said once one has left the field', async (t) => {
  const page = await openRenminbi(t);
  await type(box(page, '人民币金额'), '100万');
  await type(box(page, '1美元折合多少元'), '0.14');
  await page.keyboard.press('Tab');
  await page.getByText('看不懂这个汇率').waitFor();
  assert.equal(await button(page, '填入这个范围').count(), 0);
});

test('a result explains the words of its clauses and shows the years', async (t) => {
  const page = await openVisit(t);
  const [first, second] = TRADER.参加了哪些境内外展会.rows;
  await reachResult(page, { ...TRADER, 参加了哪些境内外展会: { rows: [first, { ...second, 哪一天开展: '2025-9-1' }] } });

  const premium = card(page, '出口信用保险保费（上年度出口额300万美元及以下）');
  const meaning = '境外买家不付款时赔付出口企业的保险。';
  await premium.getByText('名词解释').click();
  await premium.getByText(meaning).waitFor();
  await page.getByText('名词解释').last().click();
  await eventually(async () => assert.equal((await words(page)).split(meaning).length, 3, 'under the clause and at the end'));

  // 2025: 70% × 18万 = 12.6万, kept at 10万; 2026: 70% × 13万 = 9.1万; neither year reaches 20万.
  const rows = card(page, '企业自主参展补助').getByRole('table').getByRole('row');
  assert.deepEqual((await rows.allInnerTexts()).slice(1).map((row) => row.split(/\s+/)), [
    ['2025', '10万元', '10万元'],
    ['2026', '9.1万元', '9.1万元'],
  ]);
});
