// Waiting for what a page takes its time for.

import { setTimeout } from 'node:timers/promises';

/** Repeats a check until it holds, for twenty seconds at most. */
export async function eventually(check) {
  const end = performance.now() + 20_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await setTimeout(50);
    }
  }
}
