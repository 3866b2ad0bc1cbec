// The questionnaire inside pages of others, in a frame of its own that embed.js puts there.

import assert from 'node:assert/strict';
import test from 'node:test';
import { TRADER } from './support/firms.mjs';
import { openPage, origin } from './support/page.mjs';
import { serveHost } from './support/server.mjs';
import { TODAY, answer, button, eventually, goOn, reachResult, seen, sums, title } from './support/visit.mjs';

const STRICT = `default-src 'none'; script-src ${origin}; frame-src ${origin}`;
const LAX = "default-src * data: blob: 'unsafe-inline'";
const EMBED = `<script src="${origin}/embed.js" async></script>`;

/** A page of somebody else with that body. */
async function openHost(t, body, policy = STRICT, options = {}) {
  const host = await serveHost(`<!doctype html><html lang="zh-CN"><title>某单位</title><body>${body}</body></html>`, policy);
  t.after(host.close);
  return openPage(t, { path: host.url, now: TODAY, ...options });
}

/** The window inside the frame with that number, once the questionnaire stands in it. */
async function inside(page, number = 0) {
  const frame = await (await page.locator('iframe').nth(number).elementHandle()).contentFrame();
  await title(frame).waitFor();
  return frame;
}

/** The height of the frame in the page, and of what is in it. */
async function heights(page, frame) {
  const content = await frame.evaluate(() => document.body.getBoundingClientRect().height);
  const { height } = await page.locator('iframe').first().boundingBox();
  return { height, content: Math.ceil(content) };
}

/** Lists the messages the page receives from now on. */
async function listen(page) {
  await page.evaluate(() => {
    window.heard = [];
    addEventListener('message', ({ origin, data }) => window.heard.push({ origin, data }));
  });
  return () => page.evaluate(() => window.heard);
}

test('a firm reads its result in a frame of a strict page, and the page hears nothing but heights', async (t) => {
  const prepare = (page) => page.addInitScript(() => {
    window.before = new Set(Object.getOwnPropertyNames(window));
  });
  const page = await openHost(t, `<h1>某单位</h1>${EMBED}`, STRICT, { prepare });
  const heard = await listen(page);
  const here = page.url();
  const steps = await page.evaluate(() => history.length);
  const frame = await inside(page);
  await reachResult(frame, TRADER);
  assert.deepEqual(await sums(frame), { exact: '15万元', ceiling: '最高19.1万元', assessed: '没有这类项目' });

  await t.test('the frame is as high as what is in it', async () => {
    await eventually(async () => {
      const { height, content } = await heights(page, frame);
      assert.equal(height, content);
    });
    assert.ok((await heights(page, frame)).height > 2000);
  });

  await t.test('every message is a height', async () => {
    const messages = await heard();
    assert.ok(messages.length > 1);
    for (const { origin: from, data } of messages) {
      assert.equal(from, 'null');
      assert.deepEqual({ ...data, height: typeof data.height }, { mingbai: 1, type: 'height', height: 'number' });
    }
  });

  await t.test('the page around is as it was', async () => {
    assert.equal(page.url(), here);
    assert.equal(await page.title(), '某单位');
    const left = await page.evaluate(() => ({
      names: Object.getOwnPropertyNames(window).filter((name) => !window.before.has(name) && !['before', 'heard'].includes(name)),
      stored: localStorage.length + sessionStorage.length + document.cookie.length,
      steps: history.length,
    }));
    // A frame's window is listed by its number.
    assert.deepEqual(left, { names: ['0'], stored: 0, steps });
  });

  await t.test('the frame has neither the origin of the page nor its own', async () => {
    assert.equal(await frame.evaluate(() => self.origin), 'null');
    const blocked = await frame.evaluate(() => {
      try {
        return parent.document.title;
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(blocked, 'SecurityError');
  });
});

test('two frames on one page share no answers, and each has its own height', async (t) => {
  const english = `<script src="${origin}/embed.js" data-lang="en" async></script>`;
  // Both frames are in view: what is clicked right after scrolling, Chromium may still give to the page around them.
  const page = await openHost(t, `${EMBED}${english}`, STRICT, { height: 5000 });
  await page.locator('iframe').nth(1).waitFor();
  const [chinese, other] = [await inside(page, 0), await inside(page, 1)];
  await other.getByRole('button', { name: 'Continue' }).waitFor();
  const before = await other.locator('body').innerText();
  await answer(chinese, '查看哪些地区的政策', ['拉萨市']);
  await answer(chinese, '以什么身份申报', ['企业']);
  await answer(chinese, '企业在哪里注册', ['拉萨市']);
  await goOn(chinese);
  assert.equal(await other.locator('body').innerText(), before);
  await eventually(async () => {
    const boxes = await Promise.all([0, 1].map((number) => page.locator('iframe').nth(number).boundingBox()));
    const contents = await Promise.all([chinese, other].map((frame) => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))));
    assert.deepEqual(boxes.map(({ height }) => height), contents);
  });
  const titles = await page.locator('iframe').evaluateAll((all) => all.map((frame) => frame.title));
  assert.deepEqual(titles, ['惠企政策自测', 'Which support policies are meant for you']);
});

test('what the page asks for is so, and reaches no server', async (t) => {
  const asked = [];
  const prepare = (page) => page.context().on('request', (request) => asked.push(request.url().replace(/#.*/, '')));
  const page = await openHost(t, `<script src="${origin}/embed.js" data-lang="en" data-regions="lhasa" async></script>`, STRICT, { prepare });
  const frame = await inside(page);
  assert.equal(await frame.getByRole('checkbox', { name: 'Lhasa' }).first().isChecked(), true);
  assert.ok(asked.includes(`${origin}/embed.html`));
  assert.doesNotMatch(asked.join('\n'), /lhasa|\?/);
});

test('a forged message does nothing', async (t) => {
  const liar = '<iframe srcdoc="<!doctype html><p>liar" title="liar"></iframe>';
  const page = await openHost(t, `${EMBED}${liar}`, LAX);
  await page.locator('iframe').nth(1).waitFor();
  const own = page.locator('iframe[sandbox]');
  const frame = await (await own.elementHandle()).contentFrame();
  await title(frame).waitFor();
  const high = async () => (await own.boundingBox()).height;
  const content = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await eventually(async () => assert.equal(await high(), await content()));
  const honest = await high();
  const settled = () => page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  const forged = { mingbai: 1, type: 'height', height: 5000 };

  await t.test('from the page itself or from another frame', async () => {
    await page.evaluate((data) => postMessage(data, '*'), forged);
    const other = page.frames().find((one) => one.url() === 'about:srcdoc');
    await other.evaluate((data) => parent.postMessage(data, '*'), forged);
    await settled();
    assert.equal(await high(), honest);
  });

  await t.test('from the frame itself, when it is no height', async () => {
    const wrong = [null, 'x', {}, { ...forged, mingbai: 2 }, { ...forged, type: 'open' }, { ...forged, height: '5000' }, { ...forged, height: NaN }];
    for (const data of wrong) await frame.evaluate((one) => parent.postMessage(one, '*'), data);
    await settled();
    assert.equal(await high(), honest);
    // The right one is taken, and kept within bounds.
    await frame.evaluate((data) => parent.postMessage(data, '*'), forged);
    await eventually(async () => assert.equal(await high(), 5000));
    await frame.evaluate((data) => parent.postMessage({ ...data, height: 1e9 }, '*'), forged);
    await eventually(async () => assert.equal(await high(), 30000));
    await frame.evaluate((data) => parent.postMessage({ ...data, height: -5 }, '*'), forged);
    await eventually(async () => assert.equal(await high(), 200));
  });

  await t.test('to the frame: when another one says hello, heights still go to the page, and nowhere else', async () => {
    const stranger = await serveHost('<!doctype html><p>liar', LAX);
    t.after(stranger.close);
    await page.evaluate((url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url })), stranger.url);
    await eventually(() => assert.ok(page.frames().some((one) => one.url() === stranger.url)));
    const other = page.frames().find((one) => one.url() === stranger.url);
    await other.evaluate(() => {
      window.heard = 0;
      addEventListener('message', ({ source }) => { window.heard += source === self ? 0 : 1; });
      for (let number = 0; number < parent.length; number += 1) parent[number].postMessage({ mingbai: 1, type: 'hello' }, '*');
    });
    await settled();
    await frame.getByRole('button', { name: '大字版' }).click();
    await eventually(async () => assert.equal(await high(), await content()));
    assert.notEqual(await high(), 200);
    assert.equal(await other.evaluate(() => window.heard), 0);
  });
});

test('in a frame as high as what is in it, what comes of saving is told where one is', async (t) => {
  const page = await openHost(t, `<h1>某单位</h1>${EMBED}`);
  const frame = await inside(page);
  await reachResult(frame, TRADER);
  for (const name of ['保存到文件', '保存结果']) {
    await button(frame, name).click();
    await seen(page, '惠企政策自测-2026-12-01.json', frame);
  }
});
