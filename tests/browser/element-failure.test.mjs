// What the pages of others show where <mingbai-checker> cannot run, and what it waits for.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { KEEP_EVENTS, POLICY, openHost } from './support/host.mjs';
import { answer, button, eventually, goOn, questionnaire, title } from './support/visit.mjs';

const dist = path.resolve(import.meta.dirname, '../../dist');

const ONE = '<section aria-label="one"><mingbai-checker id="one"><p>Read the notice <a href="notice.html">here</a>.</p></mingbai-checker></section>';

/** Waits until the questionnaire was given up; the code the page around was told. */
async function givenUp(page) {
  await eventually(async () => assert.ok(await page.evaluate(() => kept.some(({ name }) => name === 'error'))));
  const one = questionnaire(page, 'one', 2);
  assert.ok(await one.getByRole('link', { name: 'here' }).isVisible(), 'what the element holds is shown');
  assert.equal(await one.getByRole('heading').count(), 0);
  assert.equal(await one.getByRole('button').count(), 0);
  return page.evaluate(() => kept.filter(({ name }) => name === 'error').map(({ detail }) => detail));
}

/** Takes what the console said from the errors the page may not have. */
function said(page, ...parts) {
  for (const part of parts) assert.ok(page.errors.some((text) => text.includes(part)), `${part}: ${page.errors}`);
  page.errors.length = 0;
}

test('what the element holds is shown until the questionnaire stands, and no longer', async (t) => {
  let go;
  const held = new Promise((resolve) => (go = resolve));
  const page = await openHost(t, ONE, { prepare: (one) => one.route('**/mingbai.wasm', async (route) => (await held, route.continue())) });
  const one = questionnaire(page, 'one', 3);
  await one.getByRole('link', { name: 'here' }).waitFor();
  go();
  await title(one).waitFor();
  await one.getByRole('link', { name: 'here' }).waitFor({ state: 'hidden' });
});

test('where the page allows no WebAssembly, what the element holds stays', async (t) => {
  const page = await openHost(t, ONE, { script: KEEP_EVENTS, policy: POLICY.replace(" 'wasm-unsafe-eval'", '') });
  assert.deepEqual(await givenUp(page), [{ code: 'wasm' }]);
  said(page, '不允许运行 WebAssembly');
});

for (const [name, file] of [
  ['program', 'mingbai.wasm'],
  ['rules', 'mingbai.pack'],
]) {
  test(`where the ${name} cannot be fetched, what the element holds stays`, async (t) => {
    const page = await openHost(t, ONE, { script: KEEP_EVENTS, prepare: (one) => one.route(`**/${file}`, (route) => route.fulfill({ status: 404 })) });
    assert.deepEqual(await givenUp(page), [{ code: 'network' }]);
    said(page, file);
  });

  test(`other ${name} than those of this version are refused`, async (t) => {
    const bytes = await readFile(path.join(dist, file));
    bytes[bytes.length >> 1] ^= 1;
    const page = await openHost(t, ONE, { script: KEEP_EVENTS, prepare: (one) => one.route(`**/${file}`, (route) => route.fulfill({ body: bytes })) });
    assert.deepEqual(await givenUp(page), [{ code: 'integrity' }]);
    said(page, '不是这一版的文件');
  });
}

const IN_ENGLISH = ONE.replace('<mingbai-checker ', '<mingbai-checker lang="en" ');

test('the English words are fetched when they are wanted, once for the page', async (t) => {
  const asked = [];
  const prepare = (one) => one.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const page = await openHost(t, `${ONE}<section aria-label="two"><mingbai-checker id="two"></mingbai-checker></section>`, { prepare });
  const [one, two] = [questionnaire(page, 'one', 3), questionnaire(page, 'two', 3)];
  await title(two).waitFor();
  await answer(one, '企业在哪里注册', ['拉萨市']);
  const english = () => asked.filter((path) => path === '/mingbai.en.pack').length;
  assert.equal(english(), 0);
  await button(one, 'English').click();
  await one.getByRole('heading', { name: 'Region and applicant' }).waitFor();
  assert.equal(await one.getByRole('group', { name: /^Where is the enterprise registered/ }).getByRole('checkbox', { name: 'Lhasa' }).isChecked(), true, 'the answers stay');
  assert.equal(await title(two).innerText(), '地区和申报主体', 'the other one stays as it is');
  await button(two, 'English').click();
  await two.getByRole('heading', { name: 'Region and applicant' }).waitFor();
  await button(one, '中文').click();
  await button(one, 'English').click();
  await one.getByRole('heading', { name: 'Region and applicant' }).waitFor();
  assert.equal(english(), 1);
});

test('where the English words do not come, it says so in both languages, keeps what was entered, and can be asked again', async (t) => {
  let served = (route) => route.abort();
  const page = await openHost(t, ONE, { script: KEEP_EVENTS, prepare: (one) => one.route('**/mingbai.en.pack', (route) => served(route)) });
  const one = questionnaire(page, 'one', 3);
  await answer(one, '企业在哪里注册', ['拉萨市']);
  await button(one, 'English').click();
  await one.getByText('英文没有载入，请检查网络，再点一次“English”。/ The English words did not come.').waitFor();
  assert.equal(await one.getByRole('group', { name: /^企业在哪里注册/ }).getByRole('checkbox', { name: '拉萨市' }).isChecked(), true);
  said(page, 'mingbai.en.pack');
  served = async (route) => route.fulfill({ body: Buffer.concat([await readFile(path.join(dist, 'mingbai.en.pack')), Buffer.of(10)]) });
  await button(one, 'English').click();
  await eventually(() => said(page, '不是这一版的文件'));
  const codes = () => page.evaluate(() => kept.filter(({ name }) => name === 'error').map(({ detail }) => detail.code));
  await eventually(async () => assert.deepEqual(await codes(), ['network', 'integrity']));
  served = (route) => route.continue();
  await button(one, 'English').click();
  await one.getByRole('heading', { name: 'Region and applicant' }).waitFor();
  assert.equal(await one.getByText('did not come').count(), 0);
  assert.equal(await one.getByRole('group', { name: /^Where is the enterprise registered/ }).getByRole('checkbox', { name: 'Lhasa' }).isChecked(), true);
});

test('while the English words are on their way it says so, and whoever goes back to Chinese stays there', async (t) => {
  let go;
  const held = new Promise((resolve) => (go = resolve));
  const page = await openHost(t, ONE, { prepare: (one) => one.route('**/mingbai.en.pack', async (route) => (await held, route.continue())) });
  const one = questionnaire(page, 'one', 3);
  await title(one).waitFor();
  await button(one, 'English').click();
  await one.getByText('正在载入英文…… / Loading the English words…').waitFor();
  await page.evaluate(() => document.getElementById('one').setAttribute('lang', 'zh-CN'));
  await one.getByText('正在载入英文').waitFor({ state: 'hidden' });
  const came = page.waitForResponse('**/mingbai.en.pack');
  go();
  await (await came).finished();
  await page.waitForTimeout(500);
  assert.equal(await title(one).innerText(), '地区和申报主体');
  await button(one, 'English').click();
  await one.getByRole('heading', { name: 'Region and applicant' }).waitFor();
});

test('an element in English stands at once in English; where its words do not come, in Chinese with a word on it', async (t) => {
  const page = await openHost(t, IN_ENGLISH, { script: `${KEEP_EVENTS}
addEventListener('mingbai-ready', ({ target }) => (globalThis.first = target.shadowRoot.querySelector('h2').textContent));` });
  await questionnaire(page, 'one', 3).getByRole('heading', { name: 'Region and applicant' }).waitFor();
  assert.equal(await page.evaluate(() => first), 'Mingbai 明白 · policy self-check');
  const without = await openHost(t, IN_ENGLISH, { prepare: (one) => one.route('**/mingbai.en.pack', (route) => route.abort()) });
  const one = questionnaire(without, 'one', 3);
  await one.getByText('The English words did not come.').waitFor();
  await one.getByRole('heading', { name: '地区和申报主体' }).waitFor();
  said(without, 'mingbai.en.pack');
});

/** The whole data pack, as the command writes it for a page to name. */
async function whole() {
  const [rules, english] = await Promise.all(['mingbai.pack', 'mingbai.en.pack'].map((name) => readFile(path.join(dist, name))));
  return Buffer.concat([rules, english.subarray(english.indexOf(0) + 1)]);
}

/** The head of a page that names a data pack. */
function named(bytes, integrity = `sha256-${createHash('sha256').update(bytes).digest('base64')}`) {
  return `<link rel="mingbai-pack" href="newer.pack" integrity="${integrity}">`;
}

function newer(t, bytes, head) {
  const served = (one) => one.route('**/newer.pack', (route) => route.fulfill({ body: bytes }));
  return openHost(t, ONE, { script: KEEP_EVENTS, head, prepare: served });
}

test('a data pack that the page names, with what it must be, is used in place of the one built in', async (t) => {
  const bytes = await whole();
  const asked = [];
  const page = await openHost(t, ONE, {
    head: named(bytes),
    prepare: async (one) => {
      one.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await one.route('**/newer.pack', (route) => route.fulfill({ body: bytes }));
    },
  });
  await title(questionnaire(page, 'one', 3)).waitFor();
  assert.deepEqual(asked.filter((path) => path.endsWith('.pack')), ['/newer.pack']);
  await button(questionnaire(page, 'one', 3), 'English').click();
  await questionnaire(page, 'one', 3).getByRole('group', { name: /^Where is the enterprise registered/ }).waitFor();
});

test('a data pack that is not what the page says, or of which it says nothing, is refused', async (t) => {
  const bytes = await readFile(path.join(dist, 'mingbai.pack'));
  const page = await newer(t, bytes, named(Buffer.from('another')));
  assert.deepEqual(await givenUp(page), [{ code: 'integrity' }]);
  said(page, 'newer.pack 不是这一版的文件');
  const silent = await newer(t, bytes, named(bytes, ''));
  assert.deepEqual(await givenUp(silent), [{ code: 'integrity' }]);
  said(silent, '没有写 integrity');
});

test('a data pack of another version is refused with its version', async (t) => {
  const bytes = await readFile(path.join(dist, 'mingbai.pack'));
  bytes[4] += 1;
  const page = await newer(t, bytes, named(bytes));
  assert.deepEqual(await givenUp(page), [{ code: 'pack' }]);
  said(page, '请把网页和数据一起更新');
});

test('when the program crashes, the page around is told and what the elements hold is shown again', async (t) => {
  // Keeps the memory of the program, to be damaged below.
  const keep = `const start = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (...given) => {
  const made = await start(...given);
  globalThis.memory = made.instance.exports.memory;
  return made;
};`;
  const page = await openHost(t, `${ONE}<section aria-label="two"><mingbai-checker id="two"><p>instead of two</p></mingbai-checker></section>`, { script: KEEP_EVENTS + keep });
  const one = questionnaire(page, 'one', 3);
  await title(one).waitFor();
  await title(questionnaire(page, 'two', 3)).waitFor();
  await page.evaluate(() => new Uint8Array(memory.buffer).fill(0xff));
  await button(one, '继续').click();
  assert.deepEqual(await givenUp(page), [{ code: 'crash' }, { code: 'crash' }]);
  assert.ok(await page.getByText('instead of two').isVisible());
  said(page, '自测程序出错');
});

test('an error of the page’s own WebAssembly is none of ours', async (t) => {
  const crash = `globalThis.crash = () => {
  // (module (func (export "f") unreachable))
  const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
  WebAssembly.instantiate(bytes).then(({ instance }) => setTimeout(instance.exports.f));
};`;
  const page = await openHost(t, ONE, { script: KEEP_EVENTS + crash });
  const one = questionnaire(page, 'one', 3);
  await title(one).waitFor();
  await page.evaluate(() => globalThis.crash());
  await eventually(async () => assert.ok(page.errors.some((text) => text.includes('unreachable'))));
  page.errors.length = 0;
  assert.ok(await title(one).isVisible());
  assert.deepEqual(await page.evaluate(() => kept.filter(({ name }) => name === 'error')), []);
});

test('of two versions on a page the first defines the element, and the second says so', async (t) => {
  const warnings = [];
  const module = '<script type="module" src="mingbai.js"></script><script type="module" src="again/mingbai.js"></script>';
  const text = await readFile(path.join(dist, 'mingbai.js'), 'utf8');
  const { version } = await import(path.join(dist, 'mingbai.js'));
  const page = await openHost(t, ONE, {
    module,
    prepare: async (one) => {
      one.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
      assert.ok(text.includes(`"${version}"`));
      await one.route('**/again/mingbai.js', (route) => route.fulfill({ contentType: 'text/javascript', body: text.replace(`"${version}"`, '"99.0.0"') }));
    },
  });
  const one = questionnaire(page, 'one', 3);
  await answer(one, '查看哪些地区的政策', ['拉萨市']);
  await answer(one, '以什么身份申报', ['企业']);
  await answer(one, '企业在哪里注册', ['拉萨市']);
  await goOn(one);
  assert.match(warnings.join('\n'), /99\.0\.0 版不再定义/);
  assert.equal(await page.evaluate(() => customElements.get('mingbai-checker').version), version);
});

test('far below the window nothing is fetched until one comes near, or prints', async (t) => {
  for (const near of [(page) => page.getByText('the end').scrollIntoViewIfNeeded(), (page) => page.evaluate(() => globalThis.dispatchEvent(new Event('beforeprint'))), (page) => page.evaluate(() => document.querySelector('a').focus({ preventScroll: true }))]) {
    const asked = [];
    const page = await openHost(t, `<svg width="10" height="4000"></svg>${ONE}<p>the end</p>`, {
      prepare: (one) => one.on('request', (request) => asked.push(new URL(request.url()).pathname)),
    });
    await page.waitForFunction(() => customElements.get('mingbai-checker'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    assert.ok(!asked.includes('/mingbai.wasm'), `${asked}`);
    await near(page);
    await title(questionnaire(page, 'one', 3)).waitFor({ state: 'attached' });
    assert.ok(asked.includes('/mingbai.wasm'));
  }
});
