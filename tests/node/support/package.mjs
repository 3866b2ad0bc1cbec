// The package as somebody gets it: packed, and installed into a new project without a network.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { root } from './command.mjs';

/** Where the tools are that look at packages. */
export const tools = path.join(root, 'tests/node_modules');

/** A new project with the package installed: its folder, the packed file, and what removes both. */
export function installed() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mingbai-package-'));
  const run = (command, ...rest) => execFileSync(command, rest, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [{ filename }] = JSON.parse(run('npm', 'pack', '--json', path.join(root, 'dist/npm')));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'fresh', private: true, type: 'module' }));
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', path.join(folder, filename));
  return { folder, packed: path.join(folder, filename), remove: () => rmSync(folder, { recursive: true }) };
}
