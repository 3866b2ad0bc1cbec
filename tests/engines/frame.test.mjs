// The questionnaire in sandboxed frames that embed.js puts into a page of somebody else, in every engine.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { serveDist, serveHost } from '../browser/support/server.mjs';
import { ENGINES, openIn } from './support/browsers.mjs';
import { readsItsFigures, showsFigures } from './support/check.mjs';
import { DEAR_TRAINER, TRAINER } from './support/firms.mjs';
import { eventually } from '../browser/support/eventually.mjs';
import { standing } from './support/visit.mjs';

const { origin, close } = await serveDist();
const EMBED = `<script src="${origin}/embed.js" data-lang="zh-CN" async></script>`;
// What a page has to allow for a frame, and nothing else: it runs no program and connects to nothing.
const host = await serveHost(
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>某单位</title><h1>某单位</h1>${EMBED}${EMBED}`,
  `default-src 'none'; script-src ${origin}; frame-src ${origin}`,
);
after(() => {
  host.close();
  close();
});

for (const engine of ENGINES) {
  test(`${engine}: two frames of a strict page keep their firms apart and read the figures of the command`, async () => {
    const page = await openIn(engine, host.url);
    const frames = await eventually(async () => {
      const found = await page.all('iframe', '惠企政策自测');
      assert.equal(found.length, 2);
      return found;
    });
    const firms = [TRAINER, DEAR_TRAINER];
    for (const [place, firm] of firms.entries()) {
      await frames[place].inside(async (inside) => {
        // An engine may show the empty document of the frame first.
        await eventually(async () => {
          assert.deepEqual(await inside.session.run(() => [origin, location.pathname]), ['null', '/embed.html'], 'sandboxed');
        });
        await standing(inside);
        await readsItsFigures(inside, firm);
      });
    }
    for (const [place, firm] of firms.entries()) {
      const high = await frames[place].inside(async (inside) => {
        await showsFigures(inside, firm);
        return inside.session.run(() => document.body.getBoundingClientRect().height);
      });
      await eventually(async () => assert.equal(await page.session.run((frame) => frame.clientHeight, frames[place].element), Math.ceil(high)));
    }
  });
}
