// The commands of the repository, run as a person would run them.

import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** The top folder of the repository. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** What `policies evaluate` prints for these files: one line each. */
export function evaluate(files, options) {
  const printed = cargo('mingbai-policies', 'policies', 'evaluate', ...options, ...files);
  return printed.split('\n').slice(0, -1);
}

/** Writes so many files of answers, the same on every run. */
export function writeAnswerFiles(folder, count) {
  cargo('mingbai-tests', 'answer-files', folder, String(count));
}

function cargo(package_, binary, ...arguments_) {
  const run = ['run', '--quiet', '--package', package_, '--bin', binary, '--', ...arguments_];
  return execFileSync('cargo', run, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
}
