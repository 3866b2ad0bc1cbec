// The `policies` command, to compare the page with.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../../..');

/** What `policies evaluate` prints for these answers on that day: a line. */
export async function evaluate(answers, asOf) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mingbai-'));
  try {
    const file = path.join(folder, 'answers.json');
    await writeFile(file, JSON.stringify(answers));
    const policies = ['run', '-q', '-p', 'mingbai-policies', '--bin', 'policies', '--', 'evaluate', '--as-of', asOf, file];
    const { stdout } = await promisify(execFile)('cargo', policies, { cwd: root, maxBuffer: 1 << 24 });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
