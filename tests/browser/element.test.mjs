// <mingbai-checker> in the pages of others.

import assert from 'node:assert/strict';
import test from 'node:test';
import { evaluate } from './support/command.mjs';
import { TRADER } from './support/firms.mjs';
import { KEEP_EVENTS, openHost } from './support/host.mjs';
import { openPage } from './support/page.mjs';
import { TODAY, answer, answerAll, box, button, card, eventually, focused, goOn, option, group, questionnaire, reachResult, save, sums, title } from './support/visit.mjs';

/** The trader where region and applicant are chosen beforehand. */
const { 查看哪些地区的政策: region, 以什么身份申报: applicant, ...ASKED } = TRADER;

/** Two questionnaires, each in a region of its own. */
const TWO = `<section aria-label="one"><mingbai-checker id="one" regions="lhasa" applicant="enterprise"><p>instead of one</p></mingbai-checker></section>
<section aria-label="two"><mingbai-checker id="two" regions="lhasa" applicant="enterprise"><p>instead of two</p></mingbai-checker></section>`;

const ONE = '<section aria-label="one"><mingbai-checker id="one" regions="lhasa" applicant="enterprise"><p>instead of one</p></mingbai-checker></section>';

/** What a control looks like, with lengths counted in its own type. */
function looks(control) {
  return control.evaluate((element) => {
    const style = getComputedStyle(element);
    const names = ['color', 'fontFamily', 'fontStyle', 'fontWeight', 'letterSpacing', 'textTransform', 'textAlign', 'backgroundColor', 'display', 'appearance'];
    const lengths = ['minHeight', 'marginTop', 'paddingLeft', 'lineHeight'];
    const counted = (name) => (parseFloat(style[name]) / parseFloat(style.fontSize)).toFixed(2);
    return Object.fromEntries([...names.map((name) => [name, style[name]]), ...lengths.map((name) => [name, counted(name)])]);
  });
}

test('in a page whose style sheet claims everything it runs to the result of the command and looks as it does alone', async (t) => {
  const page = await openPage(t, { now: TODAY, path: '/partner.html' });
  const partner = questionnaire(page, '拉萨自测', 4);
  await title(partner).waitFor();
  const alone = await openPage(t, { now: TODAY });
  await title(alone).waitFor();
  for (const control of [(scope) => button(scope, '继续'), (scope) => title(scope), (scope) => option(group(scope, '企业在哪里注册'), '拉萨市'), (scope) => group(scope, '企业在哪里注册')]) {
    assert.deepEqual(await looks(control(partner)), await looks(control(alone)));
  }
  assert.equal(await title(partner).evaluate((element) => getComputedStyle(element.closest('.root')).fontSize), '15px', 'the type that the page asks for');

  await reachResult(partner, ASKED);
  assert.deepEqual(await sums(partner), { exact: '15万元', ceiling: '最高19.1万元', assessed: '没有这类项目' });
  const { text } = await save(partner);
  assert.equal(text, await evaluate(JSON.parse(text).answers, '2026-12-01').then((line) => onlyOf(line, text)));
});

/** What the command prints for the documents that a saved file names; it assesses all there are. */
function onlyOf(line, saved) {
  const ids = JSON.parse(saved).documents.map(({ id }) => id);
  const all = JSON.parse(line);
  return `${JSON.stringify({ ...all, documents: all.documents.filter(({ id }) => ids.includes(id)), questions: JSON.parse(saved).questions })}\n`;
}

test('two questionnaires of a page have one program and never share an answer', async (t) => {
  const asked = [];
  const page = await openHost(t, TWO, { prepare: (one) => one.on('request', (request) => asked.push(new URL(request.url()).pathname)) });
  const [one, two] = [questionnaire(page, 'one', 3), questionnaire(page, 'two', 3)];
  await answer(one, '企业在哪里注册', ['拉萨市']);
  await goOn(one);
  await answer(one, '年跨境电商交易额是多少', '1,200,000');
  await answer(two, '企业在哪里注册', ['其他地方']);
  await goOn(two);
  assert.deepEqual(JSON.parse((await save(one)).text).answers.registered_in, ['lhasa']);
  assert.equal(JSON.parse((await save(one)).text).answers.annual_cbec_transaction, '120万元');
  assert.deepEqual(JSON.parse((await save(two)).text).answers.registered_in, ['elsewhere']);
  assert.equal(JSON.parse((await save(two)).text).answers.annual_cbec_transaction, undefined);
  assert.deepEqual(asked.filter((path) => /wasm|pack/.test(path)).sort(), ['/mingbai.pack', '/mingbai.wasm'], 'fetched once, without the English words');
});

test('moved to another place it keeps its answers and its place; removed for good it begins anew', async (t) => {
  const page = await openHost(t, `${ONE}<section aria-label="other"></section>`);
  const [one, other] = [questionnaire(page, 'one', 3), questionnaire(page, 'other', 3)];
  await answer(one, '企业在哪里注册', ['拉萨市']);
  await goOn(one);
  await answer(one, '年跨境电商交易额是多少', '1,200,000');
  const before = await title(one).innerText();
  await page.evaluate(() => document.querySelector('[aria-label=other]').append(document.getElementById('one')));
  assert.equal(await title(other).innerText(), before);
  assert.equal(await box(other, '年跨境电商交易额是多少').inputValue(), '1,200,000');
  await button(other, '上一步').click();
  await page.evaluate(async () => {
    const element = document.getElementById('one');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 0));
    document.querySelector('[aria-label=one]').append(element);
  });
  await title(one).waitFor();
  assert.equal(await option(group(one, '企业在哪里注册'), '拉萨市').isChecked(), false);
});

test('every attribute can be changed while one answers, and no answer is lost', async (t) => {
  const page = await openHost(t, ONE);
  const one = questionnaire(page, 'one', 3);
  const set = (name, value) => page.evaluate(([name, value]) => {
    const element = document.getElementById('one');
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }, [name, value]);
  await answer(one, '企业在哪里注册', ['拉萨市']);
  const registered = () => option(group(one, /企业在哪里注册|Where is the enterprise registered/), /^(拉萨市|Lhasa)/).isChecked();
  assert.equal(await option(group(one, '以什么身份申报'), '企业').isChecked(), true);
  assert.equal(await option(one, '拉萨市').first().isChecked(), true);

  const size = () => title(one).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const ground = () => title(one).evaluate((element) => getComputedStyle(element.closest('.root')).backgroundColor);
  const [normal, light] = [await size(), await ground()];
  await set('text-size', 'large');
  await eventually(async () => assert.ok((await size()) > normal * 1.25));
  await set('text-size', null);
  await eventually(async () => assert.equal(await size(), normal));
  await set('theme', 'dark');
  await eventually(async () => assert.notEqual(await ground(), light));
  await set('theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await eventually(async () => assert.equal(await ground(), light));
  await set('theme', null);
  await eventually(async () => assert.notEqual(await ground(), light));

  await set('lang', 'en');
  await button(one, 'Continue').waitFor();
  assert.ok(await registered());
  await set('lang', null);
  await button(one, '继续').waitFor();

  await set('heading-level', '4');
  await one.getByRole('heading', { level: 5, name: '地区和申报主体' }).waitFor();
  await set('heading-level', null);
  await one.getByRole('heading', { level: 3, name: '地区和申报主体' }).waitFor();

  await set('compact', '');
  await button(one, '大字版').waitFor({ state: 'hidden' });
  await button(one, '全部清除').waitFor({ state: 'hidden' });
  await set('compact', null);
  await button(one, '大字版').waitFor();

  await set('regions', 'lhasa zhuzhou');
  await eventually(async () => assert.equal(await option(one, '株洲市').first().isChecked(), true));
  await set('as-of', '2027-12-31');
  await set('measure', 'lhasa-02');
  await group(one, '查看哪些地区的政策').waitFor({ state: 'hidden' });
  assert.ok(await registered());
  await button(one, '先看目前结果').click();
  await card(one, '网络广告、平台、建站支出补助').waitFor();
  assert.equal(await one.getByRole('article').count(), 1);
  assert.equal(await box(one, '按哪一天测算').inputValue(), '2027-12-31');
  await one.getByText('这里只测算这一项措施').waitFor();
});

test('of one measure only its questions are asked, and its card alone is shown', async (t) => {
  const page = await openHost(t, '<section aria-label="one"><mingbai-checker measure="lhasa-02" heading-level="2"></mingbai-checker></section>');
  const one = questionnaire(page, 'one', 3);
  const asked = await answerAll(one, {
    以什么身份申报: ['企业'],
    企业在哪里注册: ['拉萨市'],
    年跨境电商交易额是多少: TRADER['年跨境电商交易额是多少'],
    传统外贸企业: TRADER['传统外贸企业'],
    跨境电商网络广告花了多少钱: TRADER['跨境电商网络广告花了多少钱'],
    网站建设花了多少钱: TRADER['网站建设花了多少钱'],
    第三方电商平台: TRADER['第三方电商平台'],
    下面哪些项目已经得到: TRADER['下面哪些项目已经得到'],
    与自治区: TRADER['与自治区'],
  });
  assert.ok(asked.length > 2, `${asked}`);
  await button(one, '查看结果').click();
  await card(one, '网络广告、平台、建站支出补助').waitFor();
  assert.match(await card(one, '网络广告、平台、建站支出补助').innerText(), /可能符合[^]*15万元/);
  assert.equal(await one.getByRole('article').count(), 1);
});

test('a value that cannot be used is told of in the console and by an event, and changes nothing', async (t) => {
  const warnings = [];
  const page = await openHost(t, '<section aria-label="one"><mingbai-checker id="one" regions="atlantis" measure="lhasa-99" lang="fr" theme="mauve" text-size="9" heading-level="7" as-of="soon" applicant="nobody"></mingbai-checker></section>', {
    script: KEEP_EVENTS,
    prepare: (one) => one.on('console', (message) => message.type() === 'warning' && warnings.push(message.text())),
  });
  await title(questionnaire(page, 'one', 2)).waitFor();
  for (const name of ['regions="atlantis"', 'measure="lhasa-99"', 'lang="fr"', 'theme="mauve"', 'text-size="9"', 'heading-level="7"', 'as-of="soon"', 'applicant="nobody"']) {
    assert.ok(warnings.some((text) => text.includes(name)), `${name}: ${warnings}`);
  }
  const errors = await page.evaluate(() => kept.filter(({ name }) => name === 'error'));
  assert.deepEqual(errors.map(({ detail }) => detail), Array(8).fill({ code: 'option' }));
});

test('its events say how far one is and how high it is, and neither answers nor results', async (t) => {
  const page = await openHost(t, ONE, { script: KEEP_EVENTS });
  const one = questionnaire(page, 'one', 3);
  await reachResult(one, ASKED);
  const kept = await page.evaluate(() => globalThis.kept);
  assert.deepEqual(new Set(kept.map(({ name }) => name)), new Set(['ready', 'step', 'resize']));
  assert.ok(kept.every(({ from, bubbles, composed }) => from === 'one' && bubbles && composed));
  const details = (wanted) => kept.filter(({ name }) => name === wanted).map(({ detail }) => detail);
  assert.deepEqual(details('step'), [1, 2, 3, 4].map((step) => ({ step, total: 4 })));
  const [ready, ...more] = details('ready');
  assert.deepEqual([Object.keys(ready).sort(), more], [['rules', 'version'], []]);
  assert.match(ready.version, /^\d+\.\d+\.\d+/);
  assert.ok(details('resize').every((detail) => Object.keys(detail).join() === 'height' && Number.isInteger(detail.height)));
  const height = await one.evaluate((element) => element.firstElementChild.getBoundingClientRect().height);
  assert.ok(Math.abs(details('resize').at(-1).height - height) <= 1, `${details('resize').at(-1).height} beside ${height}`);
});

test('the page around keeps its address, title, history, storage and globals', async (t) => {
  const page = await openHost(t, ONE, { script: 'globalThis.before = Object.keys(globalThis);' });
  const state = () => page.evaluate(async () => ({
    title: document.title,
    lang: document.documentElement.lang,
    address: location.href,
    history: history.length,
    state: history.state,
    stored: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    styles: document.adoptedStyleSheets.length + document.styleSheets.length,
    globals: Object.keys(globalThis).filter((name) => !before.includes(name)),
  }));
  const before = await state();
  const one = questionnaire(page, 'one', 3);
  await reachResult(one, ASKED);
  await button(one, 'English').click();
  await button(one, '中文').waitFor();
  assert.deepEqual(await state(), before);
  assert.deepEqual(before.globals, ['before']);
  for (const name of [/Copy a link|复制/, /Print|打印/]) assert.equal(await button(one, name).count(), 0);
  let asked = false;
  page.on('dialog', (dialog) => {
    asked = true;
    return dialog.accept();
  });
  await page.goto('about:blank');
  assert.equal(asked, false, 'it never asks before one leaves');
});

test('called with focus() it puts the keyboard on its title', async (t) => {
  const page = await openHost(t, ONE);
  const one = questionnaire(page, 'one', 3);
  await title(one).waitFor();
  await page.evaluate(() => document.getElementById('one').focus());
  assert.equal((await focused(page)).text, '地区和申报主体');
});
