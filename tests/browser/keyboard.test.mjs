// The whole way to a result without a pointer: Tab, Space, Enter, and the arrows inside a group of options.

import assert from 'node:assert/strict';
import test from 'node:test';
import { eventually, openVisit, title, words } from './support/visit.mjs';

/** What has the keyboard: its role, its name, whether one sees it. */
function here(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const label = [...(element.labels ?? [])].map((one) => one.innerText).join(' ');
    const group = element.closest('fieldset, [role=group]')?.querySelector('legend')?.innerText ?? '';
    // The box of a hidden control is drawn by its label.
    const drawn = element.matches('input[type=file]') ? element.closest('label') : element;
    const style = getComputedStyle(drawn);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const { width, height } = drawn.getBoundingClientRect();
    return {
      tag: element.localName,
      type: element.type ?? '',
      name: element.getAttribute('aria-label') ?? (label || element.innerText.trim()),
      group,
      seen: (outlined || style.boxShadow !== 'none') && width > 0 && height > 0,
    };
  });
}

/** Tabs to the control; every stop on the way shows that it has the keyboard. */
async function tabTo(page, what, found) {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const at = await here(page);
    assert.ok(at.seen || at.tag === 'body', `One does not see that “${at.name}” has the keyboard.`);
    if (found(at)) return at;
  }
  return assert.fail(`“${what}” is not reached with Tab.`);
}

function tabToButton(page, name) {
  return tabTo(page, name, (at) => at.tag === 'button' && at.name === name);
}

async function tick(page, group, name) {
  await tabTo(page, name, (at) => at.type === 'checkbox' && at.group.includes(group) && at.name === name);
  await page.keyboard.press('Space');
}

/** Chooses among radio buttons: the first with Space, the others with the arrows. */
async function choose(page, group, place) {
  await tabTo(page, group, (at) => at.type === 'radio' && at.group.includes(group));
  if (place === 0) await page.keyboard.press('Space');
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown');
}

async function write(page, name, text) {
  await tabTo(page, name, (at) => at.type === 'text' && at.name.includes(name));
  await page.keyboard.type(text);
}

/** Presses Enter on 继续; the next page takes the keyboard to its heading. */
async function goOn(page, expected) {
  await tabToButton(page, '继续');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await title(page).innerText(), expected));
  await eventually(async () => assert.deepEqual(await at(page), { tag: 'h2', name: expected }));
}

async function at(page) {
  const { tag, name } = await here(page);
  return { tag, name };
}

test('from the first question to the result by the keyboard alone', async (t) => {
  const page = await openVisit(t);
  await tick(page, '查看哪些地区', '拉萨市');
  await tick(page, '以什么身份申报', '企业');
  await tick(page, '企业在哪里注册', '拉萨市');
  await goOn(page, '跨境电商与外贸业务');

  await choose(page, '企业是否开展跨境电子商务业务', 0);
  await write(page, '年跨境电商交易额', '120万');
  await choose(page, '传统外贸企业', 0);
  await write(page, '上年度出口额', '240万');
  await goOn(page, '认定与称号');
  await choose(page, '拉萨市跨境电子商务示范企业', 2);
  await choose(page, '本地生产型出口企业', 1);
  await goOn(page, '广告、平台与建站支出');
  await write(page, '网络广告', '40万');
  await write(page, '网站建设', '0');

  // A list: its first field takes the keyboard, and the button to add another row once the row is done.
  await choose(page, '第三方电商平台', 0);
  await eventually(async () => assert.match((await here(page)).name, /这张发票多少钱/));
  await page.keyboard.type('10万');
  await choose(page, '营销物流网点发生的网络平台费', 1);
  await tabTo(page, '填好了', (one) => one.tag === 'button' && one.name.startsWith('填好了'));
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match((await here(page)).name, /^添加/));
  await goOn(page, '营销物流网点');
  await choose(page, '营销物流网点', 1);
  await goOn(page, '海外仓');
  await choose(page, '企业是否投资建设了公共海外仓', 1);
  await choose(page, '租赁海外仓发生了哪些费用', 1);
  await goOn(page, '参加展会');
  await choose(page, '参加了哪些境内外展会', 1);
  await goOn(page, '出口信用保险');
  await write(page, '出口信用保险保费', '6万');
  await goOn(page, '已有的支持与协议');
  await choose(page, '已经得到', 0);
  await choose(page, '一事一议', 0);
  await goOn(page, '核对答案');
  await tabToButton(page, '查看结果');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.deepEqual(await at(page), { tag: 'h2', name: '自测结果' }));
  const text = await words(page);
  assert.match(text, /30% × \(40万元 \+ 0元 \+ 10万元\) = 15万元/);
});

test('a folded group and an answer to change are reached with Tab', async (t) => {
  const page = await openVisit(t);
  await tick(page, '查看哪些地区', '拉萨市');
  await tabToButton(page, '先看目前结果');
  await page.keyboard.press('Enter');
  await tabTo(page, '还缺信息', (one) => one.tag === 'button' && one.name.startsWith('去填写'));
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match((await here(page)).name, /申报|注册|交易额|跨境/));
});

test('the way back by the keyboard keeps the answers', async (t) => {
  const page = await openVisit(t);
  await tick(page, '查看哪些地区', '拉萨市');
  await tick(page, '以什么身份申报', '企业');
  await tick(page, '企业在哪里注册', '拉萨市');
  await goOn(page, '跨境电商与外贸业务');
  await write(page, '年跨境电商交易额', '120万');
  await tabToButton(page, '上一步');
  await page.keyboard.press('Space');
  await eventually(async () => assert.deepEqual(await at(page), { tag: 'h2', name: '地区和申报主体' }));
  await goOn(page, '跨境电商与外贸业务');
  await tabTo(page, '年跨境电商交易额', (one) => one.type === 'text');
  assert.equal(await page.getByRole('textbox', { name: '年跨境电商交易额' }).inputValue(), '120万');
});

test('Enter in a box goes on, and a mistake takes the keyboard to the summary of errors', async (t) => {
  const page = await openVisit(t);
  await tick(page, '查看哪些地区', '拉萨市');
  await tick(page, '以什么身份申报', '企业');
  await tick(page, '企业在哪里注册', '拉萨市');
  await goOn(page, '跨境电商与外贸业务');
  await write(page, '年跨境电商交易额', '很多');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match((await here(page)).name, /有几处需要改一下/));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match((await here(page)).name, /年跨境电商交易额/));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('120万');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await title(page).innerText(), '认定与称号'));
});
