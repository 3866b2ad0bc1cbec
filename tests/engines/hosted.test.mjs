// The hosted page in every engine: a trader from the first question to the figures, by clicks and keys; and after the first visit without a network.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { serveDist } from '../browser/support/server.mjs';
import { ENGINES, openIn } from './support/browsers.mjs';
import { readsItsFigures } from './support/check.mjs';
import { TODAY, TRADER, TRAINER } from './support/firms.mjs';
import { onDay, standing } from './support/visit.mjs';

const server = await serveDist();
after(() => server.close());

for (const engine of ENGINES) {
  test(`${engine}: on the hosted page a trader reads the figures of the command`, async () => {
    const page = await openIn(engine, `${server.origin}/`);
    await standing(page);
    await readsItsFigures(page, TRADER, () => onDay(page, TODAY));
  });

  test(`${engine}: after a first visit the page works without a network`, async () => {
    const away = await serveDist();
    const url = `${away.origin}/`;
    const first = await openIn(engine, url);
    await standing(first);
    await first.session.run(() => navigator.serviceWorker.ready.then(() => true));
    away.close();
    await assert.rejects(fetch(url), 'There is nobody there any more.');
    const page = await openIn(engine, url);
    await standing(page);
    await readsItsFigures(page, TRAINER);
  });
}
