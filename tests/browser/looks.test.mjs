// The page under other circumstances: assistive technology, narrow windows, large type, other colours, paper.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { button, eventually, load, openVisit, save, title, type, words } from './support/visit.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every complaint of axe-core, best practices included. */
async function complaints(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.flat().join(' ')}: ${node.failureSummary}`));
}

/** A firm with every kind of measure: qualifying, to be decided, not qualifying, not concerned; a row not counted. */
const ANSWERS = {
  applicant: ['enterprise'],
  registered_in: ['lhasa'],
  does_cbec_business: 'yes',
  annual_cbec_transaction: '120万元',
  traditional_foreign_trade_firm: 'yes',
  prior_year_export: '240万美元',
  lhasa_demo_enterprise: 'applied',
  local_producer_exporter: 'no',
  online_ad_cost: '40万元',
  website_build_cost: '0元',
  platform_fees: { rows: [{ cost: '10万元', for_outlet: 'no' }], more: true },
  outlets: 'none',
  invested_in_public_warehouse: 'no',
  leased_warehouse_costs: 'none',
  exhibitions: [
    { channel: 'self', date: '2024-03-01', booth: '6万元', construction: '3万元', freight: '2万元', travel: '2万元' },
    { channel: 'self', date: '2026-09-01', booth: '9万元', construction: '5万元', freight: '2万元', travel: '2万元' },
  ],
  credit_insurance_premium: '6万元',
};

/** The names on the controls the walk needs. */
const NAMES = {
  'zh-CN': { goOn: '继续', checked: '核对答案', fees: '修改 平台费用', result: '查看结果' },
  en: { goOn: 'Continue', checked: 'Check your answers', fees: 'Change Platform fees', result: 'See the result' },
};

/**
 * Shows one page of every kind and does something on each: the start, the start with errors, questions with an error
 * and a doubt, the answers to check, a list with an open and a closed row, the result, the result with all unfolded.
 */
async function everyKind(page, visit, lang = 'zh-CN') {
  const names = NAMES[lang];
  await visit('start');
  await button(page, names.goOn).click();
  await page.getByRole('alert').waitFor();
  await visit('errors');
  const first = page.getByRole('group').filter({ has: page.getByRole('checkbox') });
  for (const place of [0, 1, 3]) await first.nth(place).getByRole('checkbox').first().click();
  await button(page, names.goOn).click();
  await page.getByRole('textbox').nth(1).waitFor();
  await type(page.getByRole('textbox').first(), '5000');
  await type(page.getByRole('textbox').last(), 'abc');
  await button(page, names.goOn).click();
  await page.getByRole('alert').waitFor();
  await visit('questions');
  await open(page, names);
  await visit('check');
  await button(page, names.fees).click();
  await page.getByRole('button', { name: /^(添加|Add)/ }).click();
  await visit('list');
  await open(page, names);
  await button(page, names.result).click();
  await page.getByRole('article').first().waitFor();
  await visit('result');
  await unfold(page);
  await visit('result, unfolded');
}

/** Reads the firm as from a file, in the form the page itself saves. */
async function open(page, { checked }) {
  const saved = JSON.parse((await save(page)).text);
  await load(page, JSON.stringify({ ...saved, answers: ANSWERS }));
  await eventually(async () => assert.equal(await title(page).innerText(), checked));
}

/** Unfolds all there is to unfold. */
async function unfold(page) {
  for (;;) {
    const folded = page.locator('details:not([open]) > summary').filter({ visible: true });
    if ((await folded.count()) === 0) return;
    await folded.first().click();
  }
}

for (const [name, lang, options] of [
  ['in Chinese', 'zh-CN', {}],
  ['in English', 'en', { path: '/?lang=en' }],
  ['in the dark', 'zh-CN', { colorScheme: 'dark' }],
  ['on a telephone', 'zh-CN', { width: 390 }],
]) {
  test(`axe-core has no complaint about any kind of page ${name}`, async (t) => {
    const page = await openVisit(t, options);
    await everyKind(page, async (kind) => assert.deepEqual(await complaints(page), [], kind), lang);
  });
}

test('on a device that is set to dark it is dark from the beginning, in a frame too', async (t) => {
  const page = await openVisit(t, { colorScheme: 'dark' });
  const ground = (scope) => title(scope).evaluate((element) => getComputedStyle(element.closest('.root')).backgroundColor);
  assert.equal(await ground(page), 'rgb(17, 21, 27)');
  const host = await openVisit(t, { colorScheme: 'dark', path: '/embed.html' });
  assert.equal(await ground(host), 'rgb(17, 21, 27)');
});

/** How wide the page is, in CSS pixels, to be scrolled to see all of it. */
function breadth(page) {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

for (const [name, lang, options] of [
  ['in Chinese', 'zh-CN', {}],
  ['in English', 'en', { path: '/?lang=en' }],
]) {
  test(`a window of 320 pixels is not scrolled sideways ${name}`, async (t) => {
    const page = await openVisit(t, { width: 320, ...options });
    await everyKind(page, async (kind) => assert.ok((await breadth(page)) <= 320, `${kind}: ${await breadth(page)}`), lang);
  });
}

/** The size of the type of the main heading, in CSS pixels. */
function typeSize(page) {
  return page.getByRole('heading', { level: 1 }).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
}

test('large type is larger everywhere, on a telephone too, and can be turned off', async (t) => {
  const page = await openVisit(t, { width: 390 });
  const normal = await typeSize(page);
  await button(page, '大字版').click();
  await everyKind(page, async (kind) => {
    assert.ok((await typeSize(page)) >= normal * 1.25, `${kind}: ${await typeSize(page)} beside ${normal}`);
    assert.ok((await breadth(page)) <= 390, `${kind}: ${await breadth(page)}`);
  });
  await button(page, '标准字号').click();
  await eventually(async () => assert.equal(await typeSize(page), normal));
});

test('what can be pressed has a size that fingers meet', async (t) => {
  const page = await openVisit(t, { width: 390 });
  await everyKind(page, async (kind) => {
    const small = await page.getByRole('button').filter({ visible: true }).evaluateAll((buttons) =>
      buttons
        .map((one) => (one.matches('input[type=file]') ? one.closest('label') : one))
        .filter((one) => one.getBoundingClientRect().height < 43.5)
        .map((one) => `${one.innerText} ${one.getBoundingClientRect().height}`),
    );
    assert.deepEqual(small, [], kind);
  });
});

test('with forced colours buttons have an edge and the parts of a sum can be told apart', async (t) => {
  const page = await openVisit(t, { forcedColors: 'active' });
  await everyKind(page, async (kind) => {
    const flat = await page.getByRole('button').filter({ visible: true }).evaluateAll((buttons) =>
      buttons.filter((one) => one.localName === 'button' && !(parseFloat(getComputedStyle(one).borderTopWidth) > 0)).map((one) => one.innerText),
    );
    assert.deepEqual(flat, [], kind);
    const colours = await page.locator('svg:has(rect)').first().locator('rect').evaluateAll((rects) => rects.map((rect) => getComputedStyle(rect).fill));
    assert.equal(new Set(colours).size, colours.length, `${kind}: ${colours}`);
  });
});

test('on paper stand the status, the amounts with their arithmetic, the clauses, what one does not get and the answers, and no buttons', async (t) => {
  const page = await openVisit(t);
  await open(page, NAMES['zh-CN']);
  await button(page, '查看结果').click();
  await page.getByRole('article').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const text = await words(page);
  for (const part of [
    '现行有效',
    '自测结果不是审批决定',
    '按哪一天测算',
    '70% × (9万元 + 5万元 + 2万元 + 2万元) = 12.6万元',
    // The clause of a measure that one may get, and of one to be decided; a measure that one does not get, from a folded group.
    '每企业单次支持最高不超过10万元，每年最高不超过20万元。',
    '依据评定结果给予最高不超过300万元资金扶持，',
    '投资建设公共海外仓补助',
    '年跨境电商交易额 120万元',
    '参展方式 企业自主参展；开展日期 2026年9月1日',
  ]) {
    assert.ok(text.includes(part), `“${part}” is not on paper: ${text}`);
  }
  // In this order: the sums, what was entered, the measures; what grants nothing itself is a line.
  const places = ['金额估算', '您填写的内容', '怎么算的', '背景文件，不直接发钱：'].map((part) => text.indexOf(part));
  assert.deepEqual(places, places.toSorted((one, other) => one - other));
  assert.ok(places[0] >= 0, `${places}`);
  for (const part of ['这是实施方案（工作安排）', '条文只写了支持方向，没有写条件和金额']) assert.ok(!text.includes(part), `“${part}” is on paper`);
  assert.equal(await page.getByRole('button').filter({ visible: true }).count(), 0);
  assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
});

test('the result is printed and saved from its head, by names of their own', async (t) => {
  const page = await openVisit(t, { prepare: (one) => one.addInitScript(() => { globalThis.printed = 0; globalThis.print = () => { globalThis.printed += 1; }; }) });
  await open(page, NAMES['zh-CN']);
  for (const name of ['打印结果', '保存结果']) assert.equal(await button(page, name).count(), 0, 'only on the result');
  await button(page, '查看结果').click();
  await button(page, '打印结果').click();
  await button(page, '打印').click();
  assert.equal(await page.evaluate(() => globalThis.printed), 2);
  const title = await page.getByRole('heading', { level: 2, name: '自测结果' }).boundingBox();
  const print = await button(page, '打印结果').boundingBox();
  assert.ok(print.y > title.y && print.y - title.y < 120, 'beside the title');
});
