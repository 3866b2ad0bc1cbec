// The firms of the journeys: how each answers on the page, the same answers as the command takes them, and what it says of them.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { evaluate } from '../../browser/support/command.mjs';
import { NONE, TRADER as TRADER_TABLE } from '../../browser/support/firms.mjs';

const trader = await readFile(path.resolve(import.meta.dirname, '../../firms/trader.json'), 'utf8');

/** The day of the journeys: the notice is in force, and all costs of the firms lie before it. */
export const TODAY = '2026-12-01';

/** The traditional trader with its exhibitions, worked by hand where its table stands. */
export const TRADER = {
  table: TRADER_TABLE,
  answers: JSON.parse(trader),
  /** Measures by id, and the titles of their cards. */
  cards: { 'lhasa-02': '网络广告、平台、建站支出补助', 'lhasa-06c': '企业自主参展补助' },
};

/** Held two classes, both long and large enough. By hand, 第九条: 30% × (12万 + 8万) = 6万元, under the 10万元 there are: a ceiling. */
export const TRAINER = training([['3', '10', '120,000'], ['5', '20', '80,000']]);

/** Held one dear class. By hand: 30% × 50万 = 15万元, kept at the 10万元 there are. */
export const DEAR_TRAINER = training([['4', '12', '500,000']]);

function training(classes) {
  const number = (text) => text.replace(',', '');
  return {
    table: {
      查看哪些地区的政策: ['拉萨市'],
      以什么身份申报: ['培训机构'],
      企业在哪里注册: ['拉萨市'],
      这一年办了哪些跨境电商培训班: { rows: classes.map(([days, people, cost]) => ({ 办了几天: days, 有多少人参加: people, 实际发生的培训费用多少: cost })) },
      下面哪些项目已经得到: ['没有'],
      与自治区: ['没有'],
    },
    answers: {
      applicant: ['training_institution'],
      registered_in: ['lhasa'],
      training_classes: classes.map(([days, participants, cost]) => ({ days: `${days}天`, participants: `${participants}人`, cost: `${number(cost)}元` })),
      already_supported: 'none',
      agreement_items: 'none',
    },
    cards: { 'lhasa-09a': '人才培训补助' },
  };
}

/** What the command says of a firm of Lhasa, as the page writes it: the three sums, and the amount of each of its cards. */
export async function figures({ answers, cards }) {
  const { documents } = JSON.parse(await evaluate(answers, TODAY));
  const { sums, measures } = documents.find(({ id }) => id === 'lhasa-2024-17');
  const amount = (id) => {
    const { kind, estimate } = measures.find((measure) => measure.id === id);
    return written(kind, estimate);
  };
  return {
    sums: Object.fromEntries(['exact', 'ceiling', 'assessed'].map((kind) => [kind, written(kind, sums[kind])])),
    cards: Object.entries(cards).map(([id, title]) => ({ title, amount: amount(id) })),
  };
}

/** An amount of which nothing is open. */
function written(kind, money) {
  if (money === undefined) return '没有这类项目';
  assert.ok(!money.most.includes('..'), money.most);
  if (kind !== 'exact') return `最高${money.most}`;
  assert.equal(money.least, money.most);
  return money.most;
}
