// Lists: none, rows added, edited, deleted and brought back, and rows not listed.

import assert from 'node:assert/strict';
import test from 'node:test';
import { ENTERPRISE, PLATFORM_INVOICE } from './support/firms.mjs';
import { NONE, NOT_SURE, answer, answerAll, button, card, eventually, fillRow, focused, goOn, group, openVisit, option, reads, row, save, title, words } from './support/visit.mjs';

const FEES = '第三方电商平台';
const COSTS = {
  年跨境电商交易额是多少: '120万',
  跨境电商网络广告花了多少钱: '0',
  网站建设花了多少钱: '0',
};

/** The page with the list of platform fees, where the fees alone decide the amount. */
async function openFees(t) {
  const page = await openVisit(t);
  for (const [name, value] of Object.entries(ENTERPRISE)) await answer(page, name, value);
  await goOn(page);
  await answer(page, '年跨境电商交易额是多少', COSTS.年跨境电商交易额是多少);
  while ((await title(page).textContent()) !== '广告、平台与建站支出') await goOn(page);
  await answer(page, '跨境电商网络广告花了多少钱', '0');
  await answer(page, '网站建设花了多少钱', '0');
  return page;
}

async function fees(page) {
  return JSON.parse((await save(page)).text).answers.platform_fees;
}

/** Least and most of clause 2. */
async function clause2(page) {
  const [document] = JSON.parse((await save(page)).text).documents;
  return document.measures.find((measure) => measure.id === 'lhasa-02').estimate;
}

test('rows are added, edited and deleted, and the amount follows', async (t) => {
  const page = await openFees(t);
  const list = group(page, FEES);
  assert.equal(await fees(page), undefined);

  // 30% × 10万
  await answer(page, FEES, { rows: [PLATFORM_INVOICE] });
  await eventually(async () => assert.deepEqual(await fees(page), [{ cost: '10万元', for_outlet: 'no' }]));
  assert.deepEqual(await clause2(page), { least: '3万元', most: '3万元' });

  // 30% × (10万 + 20万)
  await button(list, '填好了 第1行').click();
  assert.match((await row(page, 1).innerText()).replace(/\s+/g, ' '), /平台费 10万元.*网点的平台费 否/);
  await list.getByRole('button', { name: /^添加/ }).click();
  await eventually(async () => assert.match((await focused(page)).tag, /input/));
  await fillRow(row(page, 2), { 这张发票多少钱: '20万', 是不是营销物流网点: { one: '否' } });
  await eventually(async () => assert.deepEqual(await clause2(page), { least: '9万元', most: '9万元' }));

  // 30% × (40万 + 20万)
  await button(list, '修改 第1行').click();
  await fillRow(row(page, 1), { 这张发票多少钱: '40万' });
  await button(list, '填好了 第1行').click();
  await eventually(async () => assert.deepEqual(await clause2(page), { least: '18万元', most: '18万元' }));

  // 30% × 20万: the first row is gone and the second has become the first.
  await button(list, '删除 第1行').click();
  await eventually(async () => assert.deepEqual(await fees(page), [{ cost: '20万元', for_outlet: 'no' }]));
  assert.deepEqual(await clause2(page), { least: '6万元', most: '6万元' });
  assert.equal(await row(page, 2).count(), 0);
  await reads(page, '已删除“平台费用”的一行');

  await button(page, '撤销').click();
  await eventually(async () => assert.deepEqual(await clause2(page), { least: '18万元', most: '18万元' }));
});

test('a row that cannot be read stays open and says why', async (t) => {
  const page = await openFees(t);
  await answer(page, FEES, { rows: [{ 这张发票多少钱: '许多' }] });
  await button(page, '填好了 第1行').click();
  const cost = row(page, 1).getByRole('textbox');
  await eventually(async () => assert.equal(await cost.getAttribute('aria-invalid'), 'true'));
  assert.equal(await cost.inputValue(), '许多');
});

test('“none” is an answer, unlike an empty list', async (t) => {
  const page = await openFees(t);
  assert.equal(await fees(page), undefined);
  await answer(page, FEES, NONE);
  await eventually(async () => assert.equal(await fees(page), 'none'));
  assert.deepEqual(await clause2(page), { least: '0元', most: '0元' });

  // The only row deleted again: the list is unanswered, not “none”.
  await answer(page, FEES, { rows: [PLATFORM_INVOICE] });
  await button(page, '删除 第1行').click();
  await eventually(async () => assert.equal(await fees(page), undefined));

  await answer(page, FEES, NOT_SURE);
  await eventually(async () => assert.equal(await fees(page), 'not_sure'));
});

test('with rows not listed the amount is open above, up to the maximum', async (t) => {
  const page = await openFees(t);
  await answer(page, FEES, { rows: [PLATFORM_INVOICE], more: true });
  await eventually(async () => assert.deepEqual(await fees(page), { rows: [{ cost: '10万元', for_outlet: 'no' }], more: true }));
  // From 30% × 10万 to the 50万元 of the clause.
  assert.deepEqual(await clause2(page), { least: '3万元', most: '3万元..50万元' });
  await option(group(page, FEES), '除了上面填的，还有没列出的').click();
  await eventually(async () => assert.deepEqual(await clause2(page), { least: '3万元', most: '3万元' }));
});

test('rows not listed are named when the answers are checked, and in the result', async (t) => {
  const page = await openVisit(t);
  await answerAll(page, { ...ENTERPRISE, ...COSTS, [FEES]: { rows: [PLATFORM_INVOICE], more: true } });
  assert.match(await words(page), /平台费用 共1行.*还有未列出的/);
  await button(page, '查看结果').click();
  const text = await card(page, '网络广告、平台、建站支出补助').innerText();
  assert.match(text, /3万(元)?–50万元/);
});
