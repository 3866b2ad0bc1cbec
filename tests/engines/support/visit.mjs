// What a person does with the questionnaire, in any engine and any form: `scope` is the page, or one of several instances on it.
//
// A firm is a table as in `tests/browser/support/firms.mjs`.

import assert from 'node:assert/strict';
import { NONE, NOT_SURE } from '../../browser/support/firms.mjs';
import { eventually } from '../../browser/support/eventually.mjs';
import { exactly } from './scope.mjs';

const QUESTION = ['textbox', 'combobox', 'group'];
const OPTION = ['radio', 'checkbox'];

/** The title of the page of the questionnaire one is on. */
async function title(scope) {
  const headings = await scope.all('heading', (name) => name !== '明白 · 惠企政策自测');
  return headings[0]?.name;
}

/** Waits until the questionnaire stands. */
export async function standing(scope) {
  await scope.one('button', exactly('继续'));
}

/** Presses a button. */
export async function press(scope, name) {
  await (await scope.one('button', exactly(name))).click();
}

async function tick(question, name) {
  // A list inside the question has options of its own after these.
  const options = await question.all(OPTION, exactly(name));
  assert.ok(options.length > 0, `“${question.name}” does not offer “${name}”.`);
  await options[0].click();
}

/** Answers a question. */
async function answer(question, value) {
  if (typeof value === 'string') return question.type(value);
  if (value.rows !== undefined) return list(question, value.rows);
  if (question.role === 'combobox') return question.choose(value.one);
  const chosen = { [NONE]: ['没有'], [NOT_SURE]: ['不清楚'] }[value] ?? (value.one === undefined ? value : [value.one]);
  for (const label of chosen) await tick(question, label);
}

/** Answers what a part of the page asks, of a table, until nothing of it is asked; gives what is left. */
async function answerThese(scope, table) {
  const left = new Map(Object.entries(table));
  for (;;) {
    const questions = await scope.all(QUESTION);
    const named = (part) => questions.find((question) => question.name.includes(part));
    const next = [...left].find(([part]) => named(part));
    if (next === undefined) return Object.fromEntries(left);
    const [part, value] = next;
    await answer(named(part), value);
    left.delete(part);
  }
}

async function list(question, rows) {
  await tick(question, '有，逐项填写');
  for (const [place, cells] of rows.entries()) {
    if (place > 0) await (await question.all('button', (name) => name.startsWith('添加'))).at(-1).click();
    const row = await question.one('group', `第${place + 1}行`);
    assert.deepEqual(await answerThese(row, cells), {}, `Not asked in ${row.name}.`);
  }
}

/** Answers what the firm can answer, page by page, up to the result. */
export async function reachResult(scope, firm) {
  let left = firm;
  for (;;) {
    const here = await title(scope);
    left = await answerThese(scope, left);
    await press(scope, here === '核对答案' ? '查看结果' : '继续');
    await eventually(async () => {
      const alerts = await scope.all('alert');
      assert.deepEqual(alerts.map((alert) => alert.text), [], `still on “${here}”`);
      assert.notEqual(await title(scope), here);
    });
    if (here === '核对答案') break;
  }
  assert.deepEqual(left, {}, 'Never asked.');
}

/** Has the result worked out for a day. */
export async function onDay(scope, day) {
  await (await scope.one('textbox', '按哪一天测算')).type(day);
  await press(scope, '按这一天重新测算');
}

/** The three sums as they stand on the page: exact, ceiling, assessed. */
export async function sums(scope) {
  const told = await scope.all(['term', 'definition']);
  const after = (name) => told[told.findIndex((one) => one.role === 'term' && one.text === name) + 1]?.text;
  return { exact: after('按公式可得'), ceiling: after('按公式上限'), assessed: after('评审类最高') };
}

/** All that the card of a measure says. */
export async function card(scope, measure) {
  return (await scope.one('article', exactly(measure))).text;
}
