// Regions: each leads to a result under its own status, several stand side by side, and each kind of applicant gets one.

import assert from 'node:assert/strict';
import test from 'node:test';
import { answer, button, eventually, group, openVisit, option, reads, save, title, words } from './support/visit.mjs';

const REGIONS = '查看哪些地区的政策';
const KINDS = '以什么身份申报';
const REGISTERED = '企业在哪里注册';

/** What stands on the banner of each region on the day of the journeys. */
const STATUS = {
  拉萨市: '现行有效',
  株洲市: '征求意见稿',
  运城市: '已到期',
  内蒙古自治区: '原文没有写有效期',
};

/** Chooses on the first page. */
async function start(page, regions, kind, registered = regions) {
  await answer(page, REGIONS, regions);
  await answer(page, KINDS, [kind]);
  if (regions.length === 1) await answer(page, REGISTERED, registered);
}

/** On the pages of questions after the first nothing names a region that was not chosen, unfolded or not. */
async function readsOnly(page, region) {
  await eventually(async () => assert.notEqual(await title(page).textContent(), '地区和申报主体'));
  const text = (await page.getByRole('group').or(page.getByRole('textbox')).locator('xpath=ancestor::form').first().textContent());
  for (const other of Object.keys(STATUS).filter((one) => one !== region)) assert.ok(!text.includes(other.slice(0, 2)), `${other}: ${text}`);
}

/** Answers nothing more, page by page, up to the result. */
async function goOnToResult(page) {
  for (let pages = 0; (await title(page).textContent()) !== '核对答案'; pages += 1) {
    assert.ok(pages < 40, 'The questions do not end.');
    const before = await title(page).textContent();
    await button(page, '继续').click();
    await eventually(async () => assert.notEqual(await title(page).textContent(), before));
  }
  await button(page, '查看结果').click();
  await eventually(async () => assert.equal(await title(page).textContent(), '自测结果'));
}

test('the regions are offered with the status of their documents, the plan for Lhasa as background', async (t) => {
  const page = await openVisit(t);
  const regions = group(page, REGIONS);
  for (const [region, status] of Object.entries(STATUS)) {
    const box = option(regions, region);
    const about = await box.evaluate((element) => element.getRootNode().getElementById(element.getAttribute('aria-describedby')).innerText);
    assert.ok(about.includes(status), `${region}: ${about}`);
    if (region === '拉萨市') assert.match(about, /背景文件/);
  }
  await button(page, '继续').click();
  await reads(page, '请至少选一个地区');
});

for (const [region, status] of Object.entries(STATUS)) {
  test(`${region}: a firm reaches a result under the status of its document`, async (t) => {
    const page = await openVisit(t);
    await start(page, [region], '企业');
    await button(page, '继续').click();
    await readsOnly(page, region);
    await goOnToResult(page);
    const text = await words(page);
    for (const part of [status, '按公式可得', '按公式上限', '评审类最高', '还缺信息']) assert.ok(text.includes(part), `${part}: ${text.slice(0, 800)}`);
    assert.ok(!text.includes('各地比较'), 'there is nothing to compare');
    const { documents } = JSON.parse((await save(page)).text);
    assert.ok(documents.length <= 2 && documents.length >= 1, 'only the documents of the region');
    if (status === '现行有效') return;
    // Where one cannot apply, every card says so.
    for (const one of await page.getByRole('article').all()) {
      const said = await one.textContent();
      assert.match(said, /到期|若按征求意见稿|核实/, said);
      assert.ok(!said.includes('可申报'));
    }
  });
}

test('each kind of applicant that a document speaks of reaches a result that is about it', async (t) => {
  const page = await openVisit(t);
  const regions = Object.keys(STATUS);
  await answer(page, REGIONS, regions);
  const kinds = (await group(page, KINDS).getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => box.closest('label').innerText.trim()))).filter((kind) => kind !== '不清楚');
  assert.equal(kinds[0], '企业');
  assert.ok(kinds.length > 6, kinds.join());
  for (const kind of kinds) {
    await t.test(kind, async (t) => {
      const own = await openVisit(t);
      await start(own, regions, kind);
      await goOnToResult(own);
      const { documents } = JSON.parse((await save(own)).text);
      const about = documents.flatMap((document) => document.measures).filter((measure) => measure.outcome !== 'not_applicable');
      assert.ok(about.length > 0, 'every measure is for somebody else');
      // What is a direction only is folded.
      assert.ok((await own.getByRole('article', { includeHidden: true }).count()) > 0, await words(own));
    });
  }
});

test('several regions are checked side by side from one set of answers', async (t) => {
  const page = await openVisit(t);
  const regions = Object.keys(STATUS);
  await answer(page, REGIONS, regions);
  // Registered in each of them, until one says otherwise.
  await reads(page, '已按“在所选地区都有注册主体”勾选');
  for (const region of regions) assert.ok(await option(group(page, REGISTERED), region).isChecked());
  await answer(page, KINDS, ['企业']);
  await goOnToResult(page);
  const table = page.getByRole('table', { name: '各地比较' });
  for (const [region, status] of Object.entries(STATUS)) {
    const row = table.getByRole('row').filter({ hasText: region });
    assert.match(await row.innerText(), new RegExp(status));
    assert.equal(await row.getByRole('cell').count(), 4, 'the status and the three sums');
  }
  assert.equal(await page.getByRole('region').filter({ hasText: '金额估算' }).count(), regions.length);
});

test('only the questions of the regions chosen are asked, and only their columns', async (t) => {
  const page = await openVisit(t);
  await start(page, ['拉萨市'], '企业');
  await button(page, '继续').click();
  while ((await title(page).textContent()) !== '参加展会') await button(page, '继续').click();
  await option(group(page, '参加了哪些境内外展会'), '有，逐项填写').click();
  await reads(page, '展位搭建费多少');
  assert.ok(!(await words(page)).includes('哪个国家或地区'));
  assert.ok(!(await words(page)).includes('标准展位'));
});

test('an exhibitor of Yuncheng with booths in countries on the lists, off them, and in doubt', async (t) => {
  // 第三条(一)1: 一带一路、RCEP 80%, 其他 70%, 境外每个展位最高2.5万元, 单个展会限6个.
  // Vietnam: 80% × 5万 = 4万, kept at 2.5万; 80% × 1万 = 0.8万; together 3.3万元.
  // Germany: 70% × 3万 = 2.1万, six of seven booths: 12.6万元.
  // Italy left the Belt and Road in 2023, and the list of the year decides: 80% × 2万 = 1.6万 or 70% × 2万 = 1.4万.
  const page = await openVisit(t);
  const show = (country, date, ...fees) => ({
    哪一天开展: date,
    是哪一类国际性展会: { one: '市政府支持的重点国际性展会' },
    展会是不是在境外举办: { one: '是' },
    在哪个国家或地区举办: country,
    是否已经享受省里: { one: '否' },
    租了哪些标准展位: { rows: fees.map((fee) => ({ 这个展位的展位费多少: fee })) },
  });
  await start(page, ['运城市'], '企业');
  await button(page, '继续').click();
  await answer(page, '在运城市依法依规开展', { one: '是' });
  while ((await title(page).textContent()) !== '参加展会') {
    const before = await title(page).textContent();
    await button(page, '继续').click();
    await eventually(async () => assert.notEqual(await title(page).textContent(), before));
  }
  const shows = [show('越南', '2025-3-10', '5万', '1万'), show('德国', '2025-5-10', ...Array(7).fill('3万')), show('意大利', '2025-6-10', '2万')];
  await answer(page, '参加了哪些境内外展会', { rows: shows });
  await goOnToResult(page);
  // With what is folded: the rows that may not count, each with its reason.
  const text = (await page.getByRole('article').allTextContents()).join(' ');
  // On the list: 3.3万元, or with Italy 4.9万元. Each exhibition counts once, and Italy is worth more on the list; off it stands Germany.
  for (const part of ['3.3万–4.9万元', '12.6万元', '以申报当年的官方名单为准', '第2行（2025年5月10日）第7个']) assert.ok(text.includes(part), `${part}: ${text}`);
});
