// The programs that drive the engines, each a server of the W3C WebDriver protocol on a free local port.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../../..');
const isRoot = process.getuid() === 0;

/** How each engine is started, by its name: the words of the command and what the browser is asked to be. */
const ENGINES = {
  Chromium: {
    command: (port) => ['chromedriver', `--port=${port}`],
    capabilities: {
      'goog:chromeOptions': {
        binary: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--headless=new', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-features=PaintHolding', ...(isRoot ? ['--no-sandbox'] : [])],
      },
    },
  },
  Firefox: {
    command: (port) => [geckodriver(), '--port', `${port}`],
    capabilities: {
      'moz:firefoxOptions': {
        args: ['-headless'],
        // geckodriver lets a page read the files beside it; a person's Firefox does not.
        prefs: { 'security.fileuri.strict_origin_policy': true },
      },
    },
  },
  WebKit: {
    command: (port) => ['xvfb-run', '-a', 'dbus-run-session', '--', 'WebKitWebDriver', `--port=${port}`],
    capabilities: {},
  },
};

/** The names of the engines. */
export const NAMES = Object.keys(ENGINES);

/** The groups of programs that run. */
const groups = new Set();

// A test that is broken off leaves no browser behind.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const group of groups) process.kill(-group, 'SIGTERM');
    process.exit(1);
  });
}

/**
 * Starts the driver of an engine. Gives the address it listens at, what the
 * browser is asked to be, and a function that ends all that it started.
 */
export async function startDriver(name) {
  const { command, capabilities } = ENGINES[name];
  const port = await freePort();
  const home = await mkdtemp(path.join(os.tmpdir(), 'mingbai-engine-'));
  const [program, ...words] = command(port);
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, TMPDIR: home, LANG: 'C.UTF-8' };
  // WebKit refuses to run as root in its sandbox.
  if (isRoot) env.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = '1';
  // A group of its own, so that the browser ends with its driver.
  const child = spawn(program, words, { env, stdio: 'ignore', detached: true });
  if (child.pid !== undefined) groups.add(child.pid);
  child.once('exit', () => groups.delete(child.pid));
  const stop = async () => {
    if (groups.has(child.pid)) {
      process.kill(-child.pid, 'SIGTERM');
      await once(child, 'exit');
    }
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const failed = once(child, 'error').then(([error]) => Promise.reject(error));
  const address = `http://127.0.0.1:${port}`;
  try {
    await Promise.race([failed, ready(address)]);
  } catch (error) {
    await stop();
    throw new Error(`The driver of ${name} did not start: ${error.message}`);
  }
  return { address, capabilities, stop };
}

/** The geckodriver that `cargo xtask test` installed, or the one on the path. */
function geckodriver() {
  const installed = path.join(root, '.tools/bin/geckodriver');
  return existsSync(installed) ? installed : 'geckodriver';
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the driver says that it is ready, for thirty seconds at most. */
async function ready(address) {
  const end = performance.now() + 30_000;
  for (;;) {
    const status = await fetch(`${address}/status`).then((answer) => answer.json()).catch(() => undefined);
    if (status?.value?.ready) return;
    if (performance.now() > end) throw new Error('it does not answer');
    await setTimeout(100);
  }
}
