// Opened by a double-click from a folder into which the archive was unpacked, in every engine: the one file, and the full page that leads to it.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unpackRelease } from '../node/support/unpack.mjs';
import { ENGINES, openIn } from './support/browsers.mjs';
import { readsItsFigures } from './support/check.mjs';
import { TRAINER } from './support/firms.mjs';
import { eventually } from '../browser/support/eventually.mjs';
import { exactly } from './support/scope.mjs';
import { standing } from './support/visit.mjs';

const stick = await mkdtemp(path.join(os.tmpdir(), 'mingbai-stick-'));
const { version } = JSON.parse(await readFile(path.resolve(import.meta.dirname, '../../dist/release.json'), 'utf8'));
const folder = await unpackRelease(version, path.join(stick, '政策 测算'));
// A page that forbids itself nothing.
await writeFile(path.join(folder, 'free.html'), '<!doctype html><title>free</title>');
after(() => rm(stick, { recursive: true }));

const address = (name) => pathToFileURL(path.join(folder, name)).href;

for (const engine of ENGINES) {
  test(`${engine}: in the one file a firm reads the figures of the command`, async () => {
    const page = await openIn(engine, address('mingbai-offline.html'));
    await standing(page);
    await readsItsFigures(page, TRAINER);
  });

  test(`${engine}: index.html in a folder says within two seconds where to go, and leads there`, async () => {
    const page = await openIn(engine, address('index.html'));
    // Its own clock tells when the page was loaded; what else the machine did at that moment is not the page's doing.
    await eventually(async () => {
      const taken = await page.session.run(() => performance.timing.loadEventEnd - performance.timing.navigationStart);
      assert.ok(taken > 0, 'The page is still being loaded.');
      if (taken >= 2000) await page.session.reload();
      assert.ok(taken < 2000, `${taken} ms`);
    });
    const told = await page.words();
    const [link] = await page.all('link', exactly('离线版（mingbai-offline.html）'));
    assert.ok(link, told);
    assert.ok(told.includes('在文件夹里直接打开，这个页面不能计算'), told);
    assert.ok(!told.includes('正在打开'), told);
    await link.click();
    await standing(page);
    assert.equal(decodeURI(await page.session.url()), decodeURI(address('mingbai-offline.html')));
  });

  test(`${engine}: a page of a folder can read no file beside it`, async () => {
    const page = await openIn(engine, address('free.html'));
    const read = await page.session.run(() => fetch('mingbai.pack').then(() => 'read', () => 'refused'));
    assert.equal(read, 'refused', 'The browser is laxer than a person has it: these tests would show nothing.');
  });
}
