// A process of its own, so that what is measured has a core to itself: `node load-generator.mjs <url> <seconds>`.
import { connect } from 'node:net';

/** As many as a few dozen browsers hold; each asks again as soon as it is answered. */
const connections = 32;

const url = new URL(process.argv[2]);
const milliseconds = Number(process.argv[3]) * 1000;
const request = Buffer.from(
  `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: gzip\r\n\r\n`,
);
let answered = 0;
let refused = 0;

/** Counts whole answers in a stream by their Content-Length. */
function reader() {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    let whole = 0;
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return whole;
      const head = rest.toString('latin1', 0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (rest.length < end + 4 + length) return whole;
      if (!head.startsWith('HTTP/1.1 200')) refused += 1;
      rest = rest.subarray(end + 4 + length);
      whole += 1;
    }
  };
}

const began = performance.now();
const sockets = Array.from({ length: connections }, () => {
  const read = reader();
  const socket = connect(Number(url.port), url.hostname);
  socket.on('connect', () => socket.write(request));
  socket.on('data', (chunk) => {
    const whole = read(chunk);
    answered += whole;
    if (performance.now() - began < milliseconds) for (let n = 0; n < whole; n++) socket.write(request);
    else socket.destroy();
  });
  socket.on('error', () => undefined);
  return socket;
});
setTimeout(() => {
  for (const socket of sockets) socket.destroy();
  const perSecond = answered / ((performance.now() - began) / 1000);
  process.stdout.write(JSON.stringify({ perSecond, refused }));
}, milliseconds);
