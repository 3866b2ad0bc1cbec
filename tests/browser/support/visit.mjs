// What a person does on the page, with controls found by role and name only.
//
// A firm is a table as in `firms.mjs`.

import assert from 'node:assert/strict';
import { eventually } from './eventually.mjs';
import { NONE, NOT_SURE } from './firms.mjs';
import { openPage } from './page.mjs';

export { NONE, NOT_SURE, eventually };

/** The day of the journeys: the notice is in force, and all their costs lie before it. */
export const TODAY = '2026-12-01T10:00:00+08:00';

/** Opens the questionnaire as [`openPage`] does, on [`TODAY`] unless said otherwise, and waits until it stands. */
export async function openVisit(t, options = {}) {
  const page = await openPage(t, { now: TODAY, ...options });
  await title(page).waitFor();
  return page;
}

/**
 * The title of the page of the questionnaire one is on; the summary of errors, where there is one, comes before it. In a page
 * of others that has headings of its own, `scope.titleLevel` is the level of its headings.
 */
export function title(scope) {
  return scope.getByRole('heading', { level: scope.titleLevel ?? 2 }).first();
}

/** A questionnaire inside a page of others, by the name of the region around it, with titles of that level. */
export function questionnaire(page, name, titleLevel) {
  return Object.assign(page.getByRole('region', { name, exact: true }), { titleLevel });
}

export function button(scope, name) {
  return scope.getByRole('button', { name, exact: true });
}

/** The box to type in whose question or label contains the name. */
export function box(scope, name) {
  return scope.getByRole('textbox', { name }).or(scope.locator('input').and(scope.getByRole('combobox', { name })));
}

/** The options under the question that contains the name. */
export function group(scope, name) {
  return scope.getByRole('group', { name });
}

/** One option of a group, to be clicked; a list inside a row has options of its own after it. */
export function option(scope, name) {
  return scope.getByRole('radio', { name, exact: true }).or(scope.getByRole('checkbox', { name, exact: true }));
}

/** Replaces what stands in a box by real keys. */
export async function type(textbox, text) {
  const { keyboard } = textbox.page();
  await textbox.click();
  await keyboard.press('ControlOrMeta+A');
  await (text === '' ? keyboard.press('Delete') : keyboard.type(text));
}

/** Answers the question that contains the name. */
export async function answer(scope, name, value) {
  if (typeof value === 'string') return type(box(scope, name), value);
  if (value.one !== undefined) return choose(scope, name, value.one);
  const options = group(scope, name);
  if (Array.isArray(value)) {
    for (const label of value) await option(options, label).click();
  } else if (value === NONE) {
    await option(options, '没有').click();
  } else if (value === NOT_SURE) {
    await option(options, '不清楚').last().click();
  } else {
    await list(options, value);
  }
}

async function choose(scope, name, label) {
  const select = scope.getByRole('combobox', { name });
  if (await select.isVisible()) return select.selectOption(label);
  await option(group(scope, name), label).click();
}

async function list(options, { rows, more }) {
  // The button and the box for other rows stand below all rows, those of lists inside them included.
  const inner = (await options.locator('xpath=ancestor::*[@role="group"]').count()) > 0;
  await option(options, '有，逐项填写').click();
  for (const [place, cells] of rows.entries()) {
    if (place > 0) await options.getByRole('button', { name: /^添加/ }).last().click();
    await fillRow(inner ? innerRow(options, place + 1) : row(options, place + 1), cells);
  }
  if (more) await option(options, '除了上面填的，还有没列出的').last().click();
}

/** The row of a list with that number, from 1. */
export function row(scope, number) {
  return group(scope, `第${number}行`);
}

/** The row of a list inside a row with that number, from 1. */
export function innerRow(scope, number) {
  return group(scope, `第${number}个`);
}

/** Answers every question of an open row. */
export async function fillRow(one, cells) {
  for (const [name, value] of Object.entries(cells)) await answer(one, name, value);
}

/** Goes on; fails with what the page says when it does not. */
export async function goOn(page) {
  const before = await title(page).textContent();
  await button(page, '继续').click();
  await leave(page, before);
}

async function leave(page, before) {
  await eventually(async () => {
    const alerts = await page.getByRole('alert').allInnerTexts();
    assert.deepEqual(alerts, [], `still on “${before}”`);
    assert.notEqual(await title(page).textContent(), before);
  });
}

/** Answers what the firm can answer, page by page, until the answers are to be checked. Gives the titles of the pages. */
export async function answerAll(page, firm) {
  const left = new Map(Object.entries(firm));
  const titles = [];
  for (;;) {
    const here = await title(page).textContent();
    titles.push(here);
    if (here === '核对答案') break;
    while (await answerOne(page, left));
    await goOn(page);
  }
  assert.deepEqual([...left.keys()], [], 'Never asked.');
  return titles;
}

/** Answers the first question on the page not yet answered; whether there was one. */
async function answerOne(page, left) {
  for (const [name, value] of left) {
    const control = box(page, name).or(group(page, name)).or(page.getByRole('combobox', { name }));
    if (await control.first().isVisible()) {
      await answer(page, name, value);
      left.delete(name);
      return true;
    }
  }
  return false;
}

/** The whole way from the first page to the result. */
export async function reachResult(page, firm) {
  await answerAll(page, firm);
  await button(page, '查看结果').click();
  await leave(page, '核对答案');
}

/** The card of the measure with that title. */
export function card(page, name) {
  return page.getByRole('article', { name, exact: true });
}

/** The amounts of the three sums as written on the page: exact, ceiling, assessed. */
export async function sums(scope) {
  const tree = await ('goto' in scope ? scope.locator('body') : scope).ariaSnapshot();
  const amount = (name) => new RegExp(`term: ${name}\\n\\s*- definition: (.*)`).exec(tree)?.[1].replace(/^"|"$/g, '');
  return { exact: amount('按公式可得'), ceiling: amount('按公式上限'), assessed: amount('评审类最高') };
}

/** Everything that can be read on the page, on one line. */
export async function words(page) {
  const questionnaire = page.getByRole('heading', { level: 1 }).locator('xpath=ancestor::*[last()]');
  return (await questionnaire.innerText()).replace(/\s+/g, ' ');
}

/** Whether something can be read on the page, at once or soon. */
export async function reads(page, expected) {
  await eventually(async () => {
    const text = await words(page);
    assert.ok(text.includes(expected), `“${expected}” is not on the page: ${text.slice(0, 2000)}`);
  });
}

/** What is told once: waits until all of it is inside the window of the page, whatever was done to have it told. */
export async function seen(page, told, scope = page) {
  const status = scope.getByRole('status').filter({ hasText: told });
  await eventually(async () => {
    const { y, height } = await status.boundingBox({ timeout: 1000 });
    assert.ok(y >= 0 && y + height <= page.viewportSize().height, `“${told}” is outside of the window: ${y}, ${height}`);
  });
}

/** The file the page saves: its name and its text. */
export async function save(scope) {
  const download = ('goto' in scope ? scope : scope.page()).waitForEvent('download');
  await button(scope, /^(保存到文件|Save to a file)$/).click();
  const file = await download;
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}

/** Gives the page a file to read. */
export async function load(page, text, name = 'answers.json') {
  const chooser = page.waitForEvent('filechooser');
  await page.getByText(/^\s*(读入文件|Open a file)\s*$/).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** What has the keyboard: its role or element, its name and its text. */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return { id: element.id, tag: element.localName, text: element.innerText ?? '' };
  });
}

/** What a control is described by, as it can be read. */
export function described(control) {
  return control.evaluate((element) => {
    const ids = (element.getAttribute('aria-describedby') ?? '').split(/\s+/);
    return ids.map((id) => element.getRootNode().getElementById(id)?.innerText ?? '').join(' ');
  });
}
