// One browser of each engine for all tests of a file, started when it is first needed.

import { after } from 'node:test';
import { startDriver } from './driver.mjs';
import { Scope } from './scope.mjs';
import { Session } from './session.mjs';

/** The engines everything is tried in. */
export { NAMES as ENGINES } from './driver.mjs';

const started = new Map();

after(async () => {
  for (const browser of started.values()) {
    const { driver, session } = await browser;
    await session?.close();
    await driver?.stop();
  }
});

/** Opens an address in an engine: the page as a person sees it. */
export async function openIn(engine, url) {
  if (!started.has(engine)) started.set(engine, start(engine));
  const { session, error } = await started.get(engine);
  if (error) throw error;
  await session.enter();
  await session.go(url);
  return new Scope(session);
}

async function start(engine) {
  const driver = await startDriver(engine).catch((error) => ({ error }));
  if (driver.error) return driver;
  try {
    return { driver, session: await Session.open(driver) };
  } catch (error) {
    return { driver, error };
  }
}
