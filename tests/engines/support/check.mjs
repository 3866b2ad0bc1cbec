// A firm goes through the questionnaire and reads what the command says of it.

import assert from 'node:assert/strict';
import { figures } from './firms.mjs';
import { card, reachResult, sums } from './visit.mjs';
import { eventually } from '../../browser/support/eventually.mjs';

/** Clicks through to the result, `before` what stands there is compared with the command's figures. */
export async function readsItsFigures(scope, firm, before = () => {}) {
  await reachResult(scope, firm.table);
  await before(scope);
  await showsFigures(scope, firm);
}

/** The result on the page has the command's sums and amounts. */
export async function showsFigures(scope, firm) {
  const expected = await figures(firm);
  await eventually(async () => assert.deepEqual(await sums(scope), expected.sums));
  for (const { title, amount } of expected.cards) {
    const told = await card(scope, title);
    assert.match(told, new RegExp(`^可能符合 ${title} .*? ${amount} `), told);
  }
}
