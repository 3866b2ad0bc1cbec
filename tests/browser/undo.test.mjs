// What is cleared or brought back leaves no trace: the earlier assessment, byte for byte.

import assert from 'node:assert/strict';
import test from 'node:test';
import { PLATFORM_INVOICE, TRADER } from './support/firms.mjs';
import { NONE, answer, answerAll, box, button, eventually, fillRow, goOn, group, openVisit, option, row, save, seen, title, type } from './support/visit.mjs';

/** The assessment as the page would save it. */
async function assessment(page) {
  return (await save(page)).text;
}

/** Waits until the assessment is another than this one. */
async function another(page, before) {
  return eventually(async () => {
    const text = await assessment(page);
    assert.notEqual(text, before);
    return text;
  });
}

/** Answers the firm up to the page with that title. */
async function openAt(t, wanted, firm = TRADER) {
  const page = await openVisit(t, { width: 360, height: 640 });
  const left = Object.entries(firm);
  while ((await title(page).textContent()) !== wanted) {
    for (const [name, value] of left) {
      const here = box(page, name).or(group(page, name)).first();
      if (await here.isVisible()) await answer(page, name, value);
    }
    await goOn(page);
  }
  return page;
}

test('an answer that is cleared was never given', async (t) => {
  const page = await openAt(t, '跨境电商与外贸业务');
  for (const [name, give, clear] of [
    ['an amount', () => type(box(page, '年跨境电商交易额'), '120万'), () => type(box(page, '年跨境电商交易额'), '')],
    ['a choice', () => answer(page, '传统外贸企业', { one: '是' }), () => page.getByRole('button', { name: /^清除.*传统外贸企业/ }).click()],
    ['not sure', () => unsure(page).click(), () => unsure(page).click()],
  ]) {
    const before = await assessment(page);
    await give();
    await another(page, before);
    await clear();
    assert.equal(await assessment(page), before, name);
  }
});

function unsure(page) {
  return page.getByRole('checkbox', { name: /^不清楚.*年跨境电商交易额/ });
}

test('a row that is deleted and brought back stands where it stood', async (t) => {
  const page = await openAt(t, '参加展会');
  await answer(page, '参加了哪些境内外展会', TRADER.参加了哪些境内外展会);
  const before = await assessment(page);
  assert.equal(JSON.parse(before).answers.exhibitions.length, 2);

  await button(page, '删除 第1行').click();
  await seen(page, '已删除');
  const without = await another(page, before);
  assert.equal(JSON.parse(without).answers.exhibitions.length, 1);

  await button(page, '撤销').click();
  await eventually(async () => assert.equal(await assessment(page), before));
});

test('both rows deleted one after the other come back one after the other', async (t) => {
  const page = await openAt(t, '参加展会');
  await answer(page, '参加了哪些境内外展会', TRADER.参加了哪些境内外展会);
  const both = await assessment(page);
  await button(page, '删除 第2行').click();
  const first = await another(page, both);
  await button(page, '删除 第1行').click();
  const none = await another(page, first);
  assert.equal(JSON.parse(none).answers.exhibitions, undefined);
  await button(page, '撤销').click();
  await eventually(async () => assert.equal(await assessment(page), first));
  await button(page, '撤销').click();
  await eventually(async () => assert.equal(await assessment(page), both));
});

test('rows given up for “none” come back', async (t) => {
  const page = await openAt(t, '广告、平台与建站支出');
  await answer(page, '第三方电商平台', { rows: [PLATFORM_INVOICE], more: true });
  const before = await assessment(page);
  await answer(page, '第三方电商平台', NONE);
  await seen(page, '已删除');
  const none = await another(page, before);
  assert.equal(JSON.parse(none).answers.platform_fees, 'none');
  await button(page, '撤销').click();
  await eventually(async () => assert.equal(await assessment(page), before));
});

test('an answer changed and changed back gives the earlier assessment', async (t) => {
  const page = await openVisit(t);
  await answerAll(page, TRADER);
  const before = await assessment(page);
  await button(page, '修改 参加展会').click();
  await button(page, '修改 第1行').click();
  await fillRow(row(page, 1), { 展位费多少: '5万' });
  await another(page, before);
  await fillRow(row(page, 1), { 展位费多少: '6万' });
  await eventually(async () => assert.equal(await assessment(page), before));
});

test('everything cleared can be brought back, once', async (t) => {
  const page = await openVisit(t);
  const empty = await assessment(page);
  await answerAll(page, TRADER);
  const before = await assessment(page);
  await button(page, '全部清除').click();
  await eventually(async () => assert.equal(await assessment(page), empty));
  await button(page, '撤销').click();
  await eventually(async () => assert.equal(await assessment(page), before));
  assert.equal(await button(page, '撤销').count(), 0);
  assert.ok(await option(group(page, '以什么身份申报'), '企业').isChecked());
});
