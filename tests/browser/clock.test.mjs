// The day of assessment: from the visitor's clock, seen through where it is wrong, and changed by hand.

import assert from 'node:assert/strict';
import test from 'node:test';
import { answer, box, button, eventually, openVisit, reads, save, type, words } from './support/visit.mjs';

const DATE = '按哪一天测算';

/** The result of a region with nothing answered, seen on that day. */
async function openResult(t, now, options, region = '拉萨市') {
  const page = await openVisit(t, { now, ...options });
  await answer(page, '查看哪些地区的政策', [region]);
  await button(page, '先看目前结果').click();
  await box(page, DATE).waitFor();
  return page;
}

async function asOf(page) {
  return JSON.parse((await save(page)).text).as_of;
}

/** What stands above everything else the result says. */
async function banner(page, number = '拉政发〔2024〕17号') {
  const [before] = (await words(page)).split(number);
  const status = ['现行有效', '请核实是否有效', '已到期', '尚未施行'].filter((one) => before.includes(one));
  assert.equal(status.length, 1, before);
  return status[0];
}

test('a clock of 2019 is seen through: the day the rules were checked, and a word about it', async (t) => {
  const page = await openResult(t, '2019-05-01T12:00:00+08:00');
  const { as_of, rules_checked } = JSON.parse((await save(page)).text);
  assert.equal(as_of, rules_checked);
  assert.equal(await box(page, DATE).inputValue(), rules_checked);
  assert.equal(await banner(page), '现行有效');
  await reads(page, '您电脑上的日期是2019年5月1日，早于规则核对日期');
});

test('a clock of 2040 is taken, with a word about it, and can be put right', async (t) => {
  const page = await openResult(t, '2040-01-01T12:00:00+08:00');
  assert.equal(await asOf(page), '2040-01-01');
  assert.equal(await banner(page), '已到期');
  await reads(page, '您电脑上的日期是2040年1月1日，比规则核对日期');

  await type(box(page, DATE), '2026-12-01');
  await button(page, '按这一天重新测算').click();
  await eventually(async () => assert.equal(await banner(page), '现行有效'));
  assert.equal(await asOf(page), '2026-12-01');
});

test('a clock that is right gets no word about it', async (t) => {
  const page = await openResult(t, '2026-12-01T12:00:00+08:00');
  assert.equal(await asOf(page), '2026-12-01');
  assert.ok(!(await words(page)).includes('您电脑上的日期'));
});

test('the last days of the notice, typed in', async (t) => {
  const page = await openResult(t);
  for (const [day, status] of [
    ['2027-08-21', '现行有效'],
    ['2027-08-22', '请核实是否有效'],
    ['2027-08-23', '已到期'],
    ['2024-08-21', '尚未施行'],
    ['2024年8月22日', '现行有效'],
  ]) {
    await type(box(page, DATE), day);
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await banner(page), status, day));
  }
  assert.equal(await asOf(page), '2024-08-22');
});

test('the first and the last day of the Yuncheng notice, typed in', async (t) => {
  // 2024年4月10日印发, 自印发之日起施行, 有效期至2025年12月31日.
  const page = await openResult(t, undefined, {}, '运城市');
  for (const [day, status] of [
    ['2024-04-09', '尚未施行'],
    ['2024-04-10', '现行有效'],
    ['2025-12-31', '现行有效'],
    ['2026-01-01', '已到期'],
  ]) {
    await type(box(page, DATE), day);
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await banner(page, '运政办发〔2024〕10号'), status, day));
  }
});

test('what is no day is refused beside the field, and the day stays', async (t) => {
  const page = await openResult(t, '2026-12-01T12:00:00+08:00');
  for (const wrong of ['2026-02-30', '明天', '']) {
    await type(box(page, DATE), wrong);
    await button(page, '按这一天重新测算').click();
    await eventually(async () => assert.equal(await box(page, DATE).getAttribute('aria-invalid'), 'true', wrong));
    await reads(page, '请这样填写日期');
    assert.equal(await asOf(page), '2026-12-01');
  }
});

for (const [what, now, day] of [
  ['noon of the 21st in New York is midnight, the 22nd, in China', '2027-08-21T12:00:00-04:00', '2027-08-22'],
  ['a second before, it is still the 21st in China', '2027-08-21T11:59:59-04:00', '2027-08-21'],
]) {
  test(what, async (t) => {
    const page = await openResult(t, now, { timezoneId: 'America/New_York' });
    assert.equal(await asOf(page), day);
  });
}
