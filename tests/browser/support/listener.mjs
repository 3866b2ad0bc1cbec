// Counts what leaves a browser for any other address, and tries every way there is for something to leave.

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A listener at which everything arrives that a page sends to any other machine, encrypted or not: as the proxy of a
 * browser context (`proxy`), and as a STUN server (`stun`). `arrived` holds the names of the machines that were meant.
 */
export async function listener() {
  const arrived = [];
  const tcp = createServer((socket) => {
    socket.once('data', (bytes) => {
      const [, target = '?'] = bytes.toString('latin1').split(' ');
      arrived.push(target.replace(/^\w+:\/\//, '').replace(/[:/].*/, ''));
      socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
    });
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  const udp = createSocket('udp4', () => arrived.push('webrtc.example'));
  udp.bind(0, '127.0.0.1');
  await Promise.all([once(tcp, 'listening'), once(udp, 'listening')]);
  return {
    arrived,
    proxy: { server: `http://127.0.0.1:${tcp.address().port}`, bypass: '127.0.0.1' },
    stun: `stun:127.0.0.1:${udp.address().port}`,
    close: () => {
      tcp.close();
      udp.close();
    },
  };
}

/** The ways out of a page; each is tried with a machine of its own name. */
export const WAYS = [
  'fetch', 'xhr', 'beacon', 'websocket', 'eventsource', 'image', 'script', 'style', 'background', 'font', 'media', 'frame', 'object',
  'prefetch', 'form', 'window', 'worker', 'webrtc',
];

/** Tries every way in the window of a page or frame, from its own script; none of them takes the page away. */
export function tryAll(scope, stun) {
  return scope.evaluate(async (server) => {
    const at = (way) => `http://${way}.example/x`;
    const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
    const ways = {
      fetch: () => fetch(at('fetch'), { mode: 'no-cors' }).catch(() => {}),
      xhr: () => {
        const request = new XMLHttpRequest();
        request.open('POST', at('xhr'));
        request.send('x');
      },
      beacon: () => navigator.sendBeacon(at('beacon'), 'x'),
      websocket: () => new WebSocket('ws://websocket.example/x'),
      eventsource: () => new EventSource(at('eventsource')),
      image: () => add('img', { src: at('image') }),
      script: () => add('script', { src: at('script') }),
      style: () => add('link', { rel: 'stylesheet', href: at('style') }),
      background: () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`body { background: url(${at('background')}) }`);
        document.adoptedStyleSheets.push(sheet);
      },
      font: () => new FontFace('x', `url(${at('font')})`).load().catch(() => {}),
      media: () => add('video', { src: at('media'), preload: 'auto' }),
      frame: () => add('iframe', { src: at('frame') }),
      object: () => add('object', { data: at('object') }),
      prefetch: () => add('link', { rel: 'prefetch', href: at('prefetch') }),
      form: () => {
        const form = Object.assign(document.createElement('form'), { action: at('form'), target: '_blank' });
        document.body.append(form);
        form.submit();
      },
      window: () => window.open(at('window')),
      worker: () => new Worker(URL.createObjectURL(new Blob([`fetch('${at('worker')}', { mode: 'no-cors' }).catch(() => {})`]))),
      webrtc: async () => {
        const connection = new RTCPeerConnection({ iceServers: [{ urls: server }] });
        connection.createDataChannel('x');
        await connection.setLocalDescription(await connection.createOffer());
      },
    };
    for (const go of Object.values(ways)) {
      try {
        await go();
      } catch {
        // Refused at once.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }, stun);
}
