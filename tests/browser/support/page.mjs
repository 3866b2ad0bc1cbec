// A page of dist/ in Chromium, for the browser journeys.
//
//     import test from 'node:test';
//     import { openPage } from './support/page.mjs';
//
//     test('the page opens', async (t) => {
//       const page = await openPage(t, { width: 375, height: 800 });
//       await page.getByRole('button', { name: '开始' }).click();
//     });
//
// One browser and one server serve all tests of a file. Each page has a
// context of its own, closed when its test ends.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { serveDist } from './server.mjs';

const OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay',
  'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints',
  'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch', 'AutofillServerCommunication',
];

const server = await serveDist();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Chromium takes the last such list alone, so this is Playwright's; and, by the last name, the browser does not ask its maker what
    // the boxes of a page are for, which no page can forbid (www/README.md).
    `--disable-features=${OFF.join(',')}`,
    ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
  ],
});

after(async () => {
  await browser.close();
  server.close();
});

/** Where the pages are: `http://127.0.0.1:port`. */
export const origin = server.origin;

/**
 * Opens a page and returns Playwright's `Page`. The test `t` fails when the
 * page throws or writes an error to the console (a blocked style or request
 * is one), unless the test takes it out of `page.errors` itself.
 *
 * - `width`, `height`: the window, in CSS pixels (1280 × 900);
 * - `path`: what follows the origin, `/` unless said otherwise, or a whole
 *   address;
 * - `now`: the browser's date, fixed, such as `'2040-01-01T12:00:00+08:00'`;
 *   timers run on;
 * - `prepare`: what to do with the page before it is loaded, such as to answer
 *   a request otherwise;
 * - anything else of Playwright's context options: `colorScheme`,
 *   `forcedColors`, `reducedMotion`, `timezoneId`, …
 */
export async function openPage(t, { width = 1280, height = 900, path = '/', now, prepare, ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What one page keeps for later would be at work beside the page that is tested.
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(`${error.stack ?? error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') page.errors.push(`console: ${message.text()}`);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(page.errors, [], 'The page reported errors.');
  });
  if (now !== undefined) await page.clock.setFixedTime(new Date(now));
  await prepare?.(page);
  await page.goto(new URL(path, origin).href);
  return page;
}
