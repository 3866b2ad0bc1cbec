// A traditional trader of Lhasa, from the first question to the figures, by clicks and keys.

import assert from 'node:assert/strict';
import test from 'node:test';
import { evaluate } from './support/command.mjs';
import { TRADER } from './support/firms.mjs';
import { NONE, answerAll, button, card, openVisit, reachResult, reads, save, sums, title, words } from './support/visit.mjs';

/** The text of a card, on one line. */
async function told(page, name) {
  return (await card(page, name).innerText()).replace(/\s+/g, ' ');
}

function includes(text, ...parts) {
  for (const part of parts) assert.ok(text.includes(part), `“${part}” is not in: ${text}`);
}

test('a traditional trader reads what it may get, how it is worked out and on which sentence', async (t) => {
  const page = await openVisit(t);
  await reachResult(page, TRADER);

  await t.test('nothing is missing', async () => {
    const text = await words(page);
    assert.ok(!text.includes('还缺信息'), text);
    includes(text, '自测结果 保存结果 打印结果 现行有效');
  });

  await t.test('clause 2: 15万元 with its arithmetic', async () => {
    const text = await told(page, '网络广告、平台、建站支出补助');
    includes(text, '可能符合', '第二条', '15万元', '您填 120万元', '100万元');
    const [, costs] = /30% × \((.+?)\) = 15万元/.exec(text) ?? assert.fail(text);
    assert.deepEqual(costs.split(' + ').sort(), ['0元', '10万元', '40万元']);
    includes(text, '对开展跨境电子商务年交易额达到100万元以上的企业，给予跨境电子商务网络广告、第三方电子商务平台、网站建设支出费用30%的资金扶持，最高不超过50万元。');
  });

  await t.test('clause 6: at most 9.1万元 and 10万元, each exhibition before the year', async () => {
    const text = await told(page, '企业自主参展补助');
    includes(text, '可能符合', '第六条', '最高19.1万元');
    const lines = await card(page, '企业自主参展补助').getByRole('listitem').filter({ hasText: '万元' }).allInnerTexts();
    const line = (part) => lines.find((one) => one.includes(part))?.replace(/\s+/g, ' ') ?? assert.fail(`${part}: ${lines}`);
    includes(line('2026年3月1日'), '70% × (6万元 + 3万元 + 2万元 + 2万元) = 9.1万元');
    includes(line('2026年9月1日'), '70% × (9万元 + 5万元 + 2万元 + 2万元) = 12.6万元', '按10万元计');
    includes(line('2026年合计'), '19.1万元', '每年最高20万元');
    includes(text, '每企业单次支持最高不超过10万元，每年最高不超过20万元。');
  });

  await t.test('clause 7: up to the premium, paid by the region', async () => {
    const text = await told(page, '出口信用保险保费（上年度出口额300万美元及以下）');
    includes(text, '可能符合', '第七条', '最高6万元', '自治区商务厅', '您填 240万美元');
  });

  await t.test('three sums, what the region pays in none of them', async () => {
    assert.deepEqual(await sums(page), { exact: '15万元', ceiling: '最高19.1万元', assessed: '没有这类项目' });
    const [, beside] = (await words(page)).split('另列，不计入以上三类');
    assert.match(beside ?? '', /^[ ·]*出口信用保险保费（上年度出口额300万美元及以下）[ ·]*最高6万元[ ·]*由自治区商务厅补贴/);
    for (const wrong of ['34.1万元', '40.1万元', '25.1万元', '21万元']) assert.ok(!(await words(page)).includes(wrong), wrong);
  });

  await t.test('no card says that the firm qualifies without 可能', async () => {
    assert.doesNotMatch((await words(page)).replaceAll('可能符合', '').replaceAll('不符合', ''), /(^|\s)符合(\s|$)/);
  });

  await t.test('the file it saves says of its documents what the command and assess say, and these agree byte for byte', async () => {
    const { name, text } = await save(page);
    const saved = JSON.parse(text);
    assert.match(name, /2026-12-01\.json$/);
    assert.equal(saved.as_of, '2026-12-01');
    // The command assesses all documents, the page those of the regions chosen.
    const ids = saved.documents.map(({ id }) => id);
    const chosen = ({ documents, questions, ...rest }) => ({ ...rest, documents: documents.filter(({ id }) => ids.includes(id)) });
    assert.ok(ids.includes('lhasa-2024-17'));
    const line = await evaluate(saved.answers, saved.as_of);
    assert.deepEqual(chosen(saved), chosen(JSON.parse(line)));
    const assessed = await page.evaluate(async ([answers, asOf]) => {
      const { assess } = await import('./mingbai.js');
      return JSON.stringify(await assess(answers, { asOf }));
    }, [saved.answers, saved.as_of]);
    assert.equal(`${assessed}\n`, line);
  });

  await t.test('in English the figures are the same', async () => {
    await button(page, 'English').click();
    await reads(page, 'RMB 150,000');
    const text = await words(page);
    includes(text, 'May qualify', '30% × (RMB 400,000 + RMB 0 + RMB 100,000) = RMB 150,000', 'RMB 191,000', 'RMB 60,000');
  });
});

test('before the result every answer can be checked', async (t) => {
  const page = await openVisit(t);
  await answerAll(page, TRADER);
  const text = await words(page);
  assert.equal(await title(page).innerText(), '核对答案');
  includes(text, '年跨境电商交易额 120万元', '上年度出口额 240万美元', '网络广告 40万元', '网站建设 0元', '平台费用 共1行', '参加展会 共2行', '营销物流网点 没有', '出口信用保险保费 6万元');
  assert.ok(!text.includes('未填'), text);
});

test('beside the questions stand the very sums of the result, also where nothing of one is sure', async (t) => {
  // 30% × (0 to 30万元) is at most 9万元.
  const page = await openVisit(t);
  await answerAll(page, { ...TRADER, 跨境电商网络广告花了多少钱: '0–30万', 第三方电商平台: NONE });
  const beside = await sums(page.getByRole('region', { name: '目前结果' }));
  assert.deepEqual(beside, { exact: '不超过9万元', ceiling: '最高19.1万元', assessed: '没有这类项目' });
  await button(page, '查看结果').click();
  await card(page, '企业自主参展补助').waitFor();
  assert.deepEqual(await sums(page), beside);
});

test('a firm that is no traditional trader reads, with all folded, under which reading it gets nothing', async (t) => {
  const page = await openVisit(t);
  await reachResult(page, { ...TRADER, 传统外贸企业: { one: '否' } });
  const one = card(page, '网络广告、平台、建站支出补助');
  await one.getByText('待认定', { exact: true }).waitFor();
  assert.equal(await one.getByText('怎么算的').isVisible(), false, 'folded');
  const told = one.getByText('按另一种理解，不符合：标题写“传统外贸企业转型”');
  assert.ok(await told.isVisible());
});

test('what comes to 0元 says that nothing is paid and stands after what brings money', async (t) => {
  // 30% × (0 + 0 + 0) = 0元; exhibitions and the premium bring money.
  const page = await openVisit(t);
  await reachResult(page, { ...TRADER, 跨境电商网络广告花了多少钱: '0', 第三方电商平台: NONE });
  const qualifying = await page.getByRole('article').filter({ hasText: '可能符合' }).getByRole('heading', { level: 4 }).allInnerTexts();
  assert.deepEqual(qualifying, ['企业自主参展补助', '出口信用保险保费（上年度出口额300万美元及以下）', '网络广告、平台、建站支出补助']);
  includes(await told(page, '网络广告、平台、建站支出补助'), '可能符合', '0元', '没有钱可得');
  assert.doesNotMatch(await told(page, '企业自主参展补助'), /没有钱可得/);
});
