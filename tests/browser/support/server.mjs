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

/** The finished page. */
export const dist = path.join(root, 'dist');

/**
 * Starts the server. Returns its origin (`http://127.0.0.1:port`) and a
 * function that stops it.
 *
 * - `folder`: what is served, `dist/` unless said otherwise;
 * - `port`: any free one unless said otherwise;
 * - `replaced`: headers in place of those of `cargo xtask serve`;
 * - `see`: called with each request.
 */
export async function serveDist({ folder = dist, port = 0, replaced = {}, see = () => {} } = {}) {
  const server = createServer((request, response) => {
    see(request);
    return answer(request, response, folder, { ...headers, ...replaced });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

/** A page of somebody else on a server of its own: its address, and a function that stops the server. */
export async function serveHost(html, policy) {
  const server = createServer((request, response) => {
    const found = new URL(request.url, 'http://localhost').pathname === '/';
    response.writeHead(found ? 200 : 204, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
    response.end(found ? html : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

async function answer(request, response, folder, values) {
  const origin = `http://${request.headers.host}`;
  const headers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.replaceAll('{origin}', origin)]));
  const { pathname } = new URL(request.url, 'http://localhost');
  const name = decodeURIComponent(pathname).replace(/\/$/, '/index.html');
  try {
    const body = await readFile(path.join(folder, name));
    const type = types[path.extname(name).slice(1)] ?? types['*'];
    response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
  } catch {
    response.writeHead(404, headers).end('Not found\n');
  }
}
