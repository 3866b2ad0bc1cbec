// The pages for webmasters in every engine: the site is in order, and what is chosen is shown and stands in the code.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { serveDist, serveHost } from '../browser/support/server.mjs';
import { ENGINES, openIn } from './support/browsers.mjs';
import { eventually } from '../browser/support/eventually.mjs';
import { exactly } from './support/scope.mjs';
import { standing } from './support/visit.mjs';

const server = await serveDist();
after(() => server.close());

for (const engine of ENGINES) {
  test(`${engine}: the site check finds the site in order, and the known case as by hand`, async () => {
    const page = await openIn(engine, `${server.origin}/selfcheck.html`);
    const words = await eventually(async () => {
      const said = await page.words();
      assert.match(said, /\d+项检查，/);
      return said;
    });
    // The clock of this machine is nobody's fault.
    const wrong = [...words.matchAll(/有问题：\s*(\S+)/g)].map(([, title]) => title).filter((title) => title !== '电脑日期');
    assert.deepEqual(wrong, [], words);
    assert.match(words, /算出 15万元/);
  });

  test(`${engine}: the frame that is shown and the code follow what is chosen`, async () => {
    const page = await openIn(engine, `${server.origin}/integrate.html`);
    await (await page.one('checkbox', '拉萨市')).click();
    // The frame is made anew once nothing more is chosen for a moment.
    const frame = await eventually(async () => {
      const [one] = await page.all('iframe', '惠企政策自测');
      assert.match(await page.session.run((element) => element.src, one.element), /#regions=lhasa$/);
      return one;
    });
    await frame.inside(async (inside) => {
      await standing(inside);
      // It is shown first, and what the address asks for is chosen in it then.
      await eventually(async () => {
        const [region] = await inside.all('checkbox', exactly('拉萨市'));
        assert.ok(await inside.session.run((box) => box.checked, region.element));
      });
    });
    assert.match(await page.words(), /embed\.js" data-regions="lhasa" async/);
  });

  test(`${engine}: the code of both forms, checked by hashes, runs in a page that allows only what is said`, async () => {
    const page = await openIn(engine, `${server.origin}/integrate.html`);
    await page.one('checkbox', '拉萨市');
    await (await page.one('checkbox', '校验文件')).click();
    const given = () => page.session.run(() => [...document.querySelectorAll('code')].map((one) => one.textContent));
    const pages = [];
    for (const form of ['框架', '元素']) {
      await (await page.one('radio', form)).click();
      pages.push(await given());
    }
    for (const [place, [code, policy]] of pages.entries()) {
      assert.match(code, /integrity="sha384-/);
      const host = await serveHost(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>某单位</title><h1>某单位</h1>${code}`, `default-src 'none'; ${policy}`);
      after(host.close);
      const other = await openIn(engine, host.url);
      if (place === 0) await (await other.one('iframe', '惠企政策自测')).inside(standing);
      else await standing(other);
    }
  });
}
