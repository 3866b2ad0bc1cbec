// Applicants other than a trader, worked out by hand from the text of the notice.

import assert from 'node:assert/strict';
import test from 'node:test';
import { ENTERPRISE } from './support/firms.mjs';
import { NONE, NOT_SURE, button, card, openVisit, reachResult, sums, words } from './support/visit.mjs';

function trainingClass(days, people, cost) {
  return { 办了几天: days, 有多少人参加: people, 实际发生的培训费用多少: cost };
}

test('a training institution: up to 9.9万元', async (t) => {
  // 第九条: 每培训班次不低于3天，且每班次不少于10人的，按照实际发生的年培训费用给予不超过30%，最高不超过10万元.
  // 3 days, 10 people, 8万 counts; 9 people are too few; 2 days are too short; 4 days, 30 people, 25万 counts.
  // 30% × (8万 + 25万) = 9.9万元. Were the whole year to count: 30% × 44万 = 13.2万元, kept at 10万元.
  // Were one class that falls short to spoil the year, nothing: so the text decides, and 9.9万元 is the most.
  const page = await openVisit(t);
  await reachResult(page, {
    查看哪些地区的政策: ['拉萨市'],
    以什么身份申报: ['培训机构'],
    企业在哪里注册: ['拉萨市'],
    这一年办了哪些跨境电商培训班: {
      rows: [trainingClass('3', '10', '8万'), trainingClass('5', '9', '6万'), trainingClass('2', '40', '5万'), trainingClass('4', '30', '25万')],
    },
    下面哪些项目已经得到: ['没有'],
    与自治区: ['没有'],
  });
  assert.deepEqual(await sums(page), { exact: '没有这类项目', ceiling: '不超过9.9万元', assessed: '没有这类项目' });
  // The card of what an authority decides is folded.
  const training = card(page, '人才培训补助');
  await training.getByText('计算过程和条文依据').click();
  const text = (await training.innerText()).replace(/\s+/g, ' ');
  for (const part of ['待认定', '第九条', '最高9.9万元', '30% × (8万元 + 25万元) = 9.9万元', '每班次不少于10人的']) assert.ok(text.includes(part), `${part}: ${text}`);
  // The two classes that fall short are named with the reason.
  assert.match(text, /第2行[\s\S]*不少于10人[\s\S]*9人/);
  assert.match(text, /第3行[\s\S]*不少于3天[\s\S]*2天/);
  // What the other reading would give.
  assert.match(text, /最高10万元/);
});

test('a firm that built a public warehouse and has applied for its recognition: 300万元, for the authority to decide', async (t) => {
  // 第五条: 3000㎡ ≥ 1500, both systems, 20 ≥ 8 firms, 12 ≥ 3 months; 60% × 500万 = 300万元, under the 500万元 there are.
  // Paid only 对通过认定的, and the recognition is open.
  const page = await openVisit(t);
  const no = { one: '否' };
  await reachResult(page, {
    ...ENTERPRISE,
    企业是否开展跨境电子商务业务: { one: '是' },
    年跨境电商交易额是多少: '80万',
    上年度出口额是多少美元: '0',
    拉萨市跨境电子商务示范企业: { one: '未通过认定' },
    本地生产型出口企业: no,
    第三方电商平台: NONE,
    企业设立了哪些营销物流网点: NONE,
    企业是否投资建设了公共海外仓: { one: '是' },
    公共海外仓的仓储面积是多少: '3000',
    公共海外仓是否配套: { one: '是' },
    公共海外仓服务了多少家: '20',
    公共海外仓落地实施并运营: '12',
    拉萨市公共海外仓: { one: '已申请，还没有结果' },
    公共海外仓的总投资额是多少: '500万',
    租赁海外仓发生了哪些费用: NONE,
    参加了哪些境内外展会: NONE,
    实际支付的出口信用保险保费是多少: '0',
    下面哪些项目已经得到: ['没有'],
    与自治区: ['没有'],
  });
  const text = (await card(page, '投资建设公共海外仓补助').innerText()).replace(/\s+/g, ' ');
  for (const part of ['待认定', '第五条', '300万元', '由主管部门认定']) assert.ok(text.includes(part), `${part}: ${text}`);
  assert.ok(!text.includes('可能符合'), text);
  assert.match(await words(page), /待认定/);
});

test('a firm that knows nothing yet is told what is missing, never that it qualifies', async (t) => {
  const page = await openVisit(t);
  await reachResult(page, {
    查看哪些地区的政策: ['拉萨市'],
    以什么身份申报: NOT_SURE,
    企业在哪里注册: NOT_SURE,
  });
  const text = await words(page);
  assert.match(text, /还缺信息/);
  const qualifying = page.getByRole('article').filter({ hasText: '可能符合' });
  assert.equal(await qualifying.count(), 0);
  await button(page, '返回核对答案').waitFor();
});
