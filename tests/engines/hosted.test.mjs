// The hosted page in every engine: a trader from the first question to the figures, by clicks and keys.

import { after, test } from 'node:test';
import { serveDist } from '../browser/support/server.mjs';
import { ENGINES, openIn } from './support/browsers.mjs';
import { readsItsFigures } from './support/check.mjs';
import { TODAY, TRADER } from './support/firms.mjs';
import { onDay, standing } from './support/visit.mjs';

const server = await serveDist();
after(() => server.close());

for (const engine of ENGINES) {
  test(`${engine}: on the hosted page a trader reads the figures of the command`, async () => {
    const page = await openIn(engine, `${server.origin}/`);
    await standing(page);
    await readsItsFigures(page, TRADER, () => onDay(page, TODAY));
  });
}
