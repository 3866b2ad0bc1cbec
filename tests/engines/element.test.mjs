// <mingbai-checker> in the pages of others, in every engine: under a style sheet that claims everything, and twice on one page.

import { after, test } from 'node:test';
import { serveDist, serveHost } from '../browser/support/server.mjs';
import { ENGINES, openIn } from './support/browsers.mjs';
import { readsItsFigures, showsFigures } from './support/check.mjs';
import { DEAR_TRAINER, TRAINER } from './support/firms.mjs';
import { exactly } from './support/scope.mjs';
import { standing } from './support/visit.mjs';

const { origin, close } = await serveDist();
const instance = (name) => `<section aria-label="${name}"><mingbai-checker heading-level="2"><p>${name}</p></mingbai-checker></section>`;
// What a page of another address has to allow for the element, and nothing else.
const host = await serveHost(
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>某单位</title><script type="module" src="${origin}/mingbai.js"></script><h1>某单位</h1>${instance('甲')}${instance('乙')}`,
  `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; require-trusted-types-for 'script'`,
);
after(() => {
  host.close();
  close();
});

for (const engine of ENGINES) {
  test(`${engine}: on a page whose style sheet claims everything a firm reads the figures of the command`, async () => {
    const page = await openIn(engine, `${origin}/partner.html`);
    const checker = await page.one('region', '拉萨自测');
    await standing(checker);
    // The page has chosen the region, and 企业, which is unticked here.
    const { 查看哪些地区的政策: _chosen, ...asked } = TRAINER.table;
    await readsItsFigures(checker, { ...TRAINER, table: { ...asked, 以什么身份申报: ['企业', '培训机构'] } });
    // The other one, of one measure and in English, is still at its first question.
    await (await page.one('region', 'One measure')).one('button', exactly('Continue'));
  });

  test(`${engine}: two on a page of another address keep their firms apart`, async () => {
    const page = await openIn(engine, host.url);
    const [first, second] = [await page.one('region', '甲'), await page.one('region', '乙')];
    await standing(first);
    await standing(second);
    await readsItsFigures(first, TRAINER);
    await readsItsFigures(second, DEAR_TRAINER);
    await showsFigures(first, TRAINER);
  });
}
