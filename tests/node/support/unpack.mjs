// An archive, unpacked as a person does it, by other code than packed it.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

import { root } from './command.mjs';

/** Unpacks the archive of the release into a folder; returns the one folder it holds. */
export async function unpackRelease(version, folder) {
  const name = `mingbai-${version}`;
  const archive = await openPromise(path.join(root, 'dist', `${name}.zip`), { strictFileNames: true });
  for await (const entry of archive.eachEntry()) {
    const file = path.join(folder, entry.fileName);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return path.join(folder, name);
}
