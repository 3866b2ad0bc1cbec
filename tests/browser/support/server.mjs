// Serves dist/ on a free local port, with the headers and media types of
// `cargo xtask serve` (both read xtask/http/).

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const headers = await table('headers.txt');
const types = await table('types.txt');

/** Reads a file of lines `name: value`. */
async function table(name) {
  const text = await readFile(path.join(root, 'xtask/http', name), 'utf8');
  return Object.fromEntries(text.trim().split('\n').map((line) => line.split(/: (.*)/s, 2)));
}

/**
 * Starts the server. Returns its origin (`http://127.0.0.1:port`) and a
 * function that stops it.
 */
export async function serveDist() {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const name = decodeURIComponent(pathname).replace(/\/$/, '/index.html');
  try {
    const body = await readFile(path.join(root, 'dist', name));
    const type = types[path.extname(name).slice(1)] ?? types['*'];
    response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
  } catch {
    response.writeHead(404, headers).end('Not found\n');
  }
}
