// Amounts as people type them: understood and echoed, or refused beside the field with nothing lost.

import assert from 'node:assert/strict';
import test from 'node:test';
import { ENTERPRISE } from './support/firms.mjs';
import { answer, box, button, described, eventually, focused, goOn, openVisit, option, group, save, title, type } from './support/visit.mjs';

const TURNOVER = '年跨境电商交易额是多少';

/** The page that asks for the turnover. */
async function openTrade(t) {
  const page = await openVisit(t);
  for (const [name, value] of Object.entries(ENTERPRISE)) await answer(page, name, value);
  await goOn(page);
  return page;
}

async function echoes(page, expected) {
  await eventually(async () => assert.equal((await page.getByRole('status').allInnerTexts()).find((text) => text.startsWith('＝')), expected));
}

test('four ways of writing an amount are one fact, one echo and one result', async (t) => {
  const page = await openTrade(t);
  const files = [];
  for (const typed of ['１２０万', '1,200,000', '120万元', '0.012亿元']) {
    await type(box(page, TURNOVER), typed);
    assert.equal(await box(page, TURNOVER).inputValue(), typed);
    await echoes(page, '＝ 120万元（1,200,000元，壹佰贰拾万元整）');
    files.push((await save(page)).text);
    await type(box(page, TURNOVER), '');
  }
  assert.equal(JSON.parse(files[0]).answers.annual_cbec_transaction, '120万元');
  for (const text of files) assert.equal(text, files[0]);
});

test('one fen below the line is echoed to the fen', async (t) => {
  const page = await openTrade(t);
  await type(box(page, TURNOVER), '999999.99');
  await echoes(page, '＝ 999,999.99元（玖拾玖万玖仟玖佰玖拾玖元玖角玖分）');
  assert.equal(JSON.parse((await save(page)).text).answers.annual_cbec_transaction, '999999.99元');
});

test('a range is kept as a range', async (t) => {
  const page = await openTrade(t);
  await type(box(page, TURNOVER), '80万–120万');
  assert.equal(JSON.parse((await save(page)).text).answers.annual_cbec_transaction, '80万元..120万元');
});

for (const [typed, reason] of [
  ['120万美元', /单位不对/],
  ['一大笔钱', /看不懂/],
  ['-5万', /负数/],
  ['1,20万', /看不懂/],
  ['99999999亿', /太大/],
  ['120万–80万', /前一个数/],
]) {
  test(`“${typed}” is refused beside its field and in a summary`, async (t) => {
    const page = await openTrade(t);
    await option(group(page, '企业是否开展跨境电子商务业务'), '是').click();
    await type(box(page, '上年度出口额'), '240万');
    await type(box(page, TURNOVER), typed);
    await button(page, '继续').click();

    const summary = page.getByRole('alert');
    await summary.waitFor();
    assert.match(await summary.innerText(), reason);
    await eventually(async () => assert.match((await focused(page)).text, reason));
    assert.equal(await box(page, TURNOVER).getAttribute('aria-invalid'), 'true');
    assert.match(await described(box(page, TURNOVER)), reason);

    // Nothing typed is lost, what cannot be read is no answer, and the other fields are in order.
    assert.equal(await box(page, TURNOVER).inputValue(), typed);
    assert.equal(await box(page, '上年度出口额').inputValue(), '240万');
    assert.equal(await box(page, '上年度出口额').getAttribute('aria-invalid'), null);
    const { answers } = JSON.parse((await save(page)).text);
    assert.deepEqual([answers.annual_cbec_transaction, answers.prior_year_export, answers.does_cbec_business], [undefined, '240万美元', 'yes']);

    // The summary leads to the field, and mending it lets one go on.
    await summary.getByRole('button').click();
    await eventually(async () => assert.equal((await focused(page)).tag, 'input'));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('120万');
    await eventually(async () => assert.equal(await box(page, TURNOVER).getAttribute('aria-invalid'), null));
    await goOn(page);
    assert.notEqual(await title(page).innerText(), '跨境电商与外贸业务');
  });
}

test('an amount of the wrong size is asked about before one goes on', async (t) => {
  const page = await openTrade(t);
  const before = await title(page).innerText();
  await type(box(page, TURNOVER), '5000');
  await button(page, '继续').click();
  await page.getByText('您填的是5000元吗？还是5000万元？').waitFor();
  assert.equal(await title(page).innerText(), before);
  assert.match(await described(box(page, TURNOVER)), /5000万元/);

  await button(page, '改成5000万元').click();
  await echoes(page, '＝ 5,000万元（50,000,000元，伍仟万元整）');
  assert.equal(await page.getByText('您填的是').count(), 0);
  assert.equal(JSON.parse((await save(page)).text).answers.annual_cbec_transaction, '5000万元');
});

test('an unusual amount that is right can be kept', async (t) => {
  const page = await openTrade(t);
  await type(box(page, TURNOVER), '5000');
  await button(page, '就是5000元').click();
  await eventually(async () => assert.equal(await page.getByText('您填的是').count(), 0));
  await goOn(page);
  assert.equal(JSON.parse((await save(page)).text).answers.annual_cbec_transaction, '5000元');
});

test('not sure is an answer, and typing takes it back', async (t) => {
  const page = await openTrade(t);
  const unsure = page.getByRole('checkbox', { name: /^不清楚.*年跨境电商交易额/ });
  await unsure.click();
  assert.equal(JSON.parse((await save(page)).text).answers.annual_cbec_transaction, 'not_sure');
  await type(box(page, TURNOVER), '120万');
  assert.ok(!(await unsure.isChecked()));
  assert.equal(JSON.parse((await save(page)).text).answers.annual_cbec_transaction, '120万元');
});

test('who applies and where has to be said', async (t) => {
  const page = await openVisit(t);
  await button(page, '继续').click();
  const summary = page.getByRole('alert');
  await summary.waitFor();
  assert.match(await summary.innerText(), /申报身份[\s\S]*注册地/);
  await summary.getByRole('button').last().click();
  await eventually(async () => assert.match((await focused(page)).text, /企业在哪里注册/));
});

test('500 alone may be 500万元, and is asked about; 500元 is taken at its word', async (t) => {
  const page = await openTrade(t);
  await option(group(page, '企业是否开展跨境电子商务业务'), '是').click();
  for (const [name, value] of [[TURNOVER, '120万'], ['上年度出口额', '240万']]) await answer(page, name, value);
  while ((await title(page).textContent()) !== '广告、平台与建站支出') await goOn(page);
  const cost = box(page, '跨境电商网络广告花了多少钱');
  await type(cost, '500');
  await eventually(async () => assert.match(await described(cost), /您填的是500元吗？还是500万元？/));
  await button(page, '改成500万元').click();
  await echoes(page, '＝ 500万元（5,000,000元，伍佰万元整）');

  await type(cost, '500');
  await button(page, '就是500元').click();
  assert.doesNotMatch(await described(cost), /还是500万元/);
  assert.equal(JSON.parse((await save(page)).text).answers.online_ad_cost, '500元');

  await type(cost, '500元');
  await button(page, '继续').click();
  await eventually(async () => assert.notEqual(await title(page).textContent(), '广告、平台与建站支出'));
});
