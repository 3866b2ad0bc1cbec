// The samples for web servers send what `cargo xtask serve` sends, with which all else is tested.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name) => readFile(path.join(root, name), 'utf8');

/** A file of lines `name: value` of `cargo xtask serve`, with the origin of the samples. */
async function table(name) {
  const text = (await read(`xtask/http/${name}`)).replaceAll('{origin}', 'https://policy.example');
  return Object.fromEntries(text.trim().split('\n').map((line) => line.split(/: (.*)/s, 2)));
}

/** Each sample: how headers and media types are read out of it. */
const SAMPLES = {
  'nginx.conf': (text) => {
    const encoded = /^ *charset_types (.*);$/m.exec(text)[1].split(' ').concat('text/html');
    const types = matches(/^ *types \{\n(.*?)\n {4}\}/gms, text)[0][0];
    const typed = matches(/^ *(\S+) (.*);$/gm, types).flatMap(([type, endings]) =>
      endings.split(' ').map((ending) => [ending, encoded.includes(type) ? `${type}; charset=utf-8` : type]));
    return {
      headers: Object.fromEntries(matches(/^ *add_header (\S+) "(.*)" always;$/gm, text)),
      types: Object.fromEntries(typed),
    };
  },
  'apache.htaccess': (text) => ({
    headers: Object.fromEntries(matches(/^Header always set (\S+) "(.*)"$/gm, text)),
    types: Object.fromEntries(
      matches(/^AddType "(.*)" (.*)$/gm, text).flatMap(([type, endings]) => endings.split(' ').map((one) => [one.slice(1), type])),
    ),
  }),
  'iis-web.config': (text) => ({
    headers: {
      ...Object.fromEntries(matches(/<add name="(.*?)" value="(.*?)" \/>/g, text)),
      // What this word sends, as its manual says.
      'Cache-Control': /<clientCache cacheControlMode="DisableCache" \/>/.test(text) && 'no-cache',
    },
    types: Object.fromEntries(matches(/<mimeMap fileExtension="\.(.*?)" mimeType="(.*?)" \/>/g, text)),
  }),
};

/** What the groups of a pattern hold, wherever it fits. */
function matches(pattern, text) {
  return [...text.matchAll(pattern)].map(([, ...groups]) => groups);
}

for (const [name, parse] of Object.entries(SAMPLES)) {
  test(`${name} sends the headers and media types that are tested`, async () => {
    const text = await read(`www/servers/${name}`);
    const { headers, types } = parse(text);
    assert.deepEqual(headers, await table('headers.txt'));
    // Of a file with any other ending, servers say what they like; there is none that a page needs.
    const { '*': other, ...tested } = await table('types.txt');
    assert.deepEqual(types, tested);
    assert.equal(other, 'application/octet-stream');
  });
}

test('every type that is text and large is compressed', async () => {
  const { wasm, pack, js, css, json } = await table('types.txt');
  const wanted = [js, css, json, wasm, pack].map((type) => type.split(';')[0]);
  const words = (pattern, text) => pattern.exec(text)[1].split(' ');
  const nginx = await read('www/servers/nginx.conf');
  for (const pattern of [/^ *gzip_types (.*);$/m, /^ *# brotli_types (.*);$/m]) assert.deepEqual(words(pattern, nginx), wanted);
  assert.deepEqual(words(/^AddOutputFilterByType DEFLATE (.*)$/m, await read('www/servers/apache.htaccess')), ['text/html', ...wanted]);
});
