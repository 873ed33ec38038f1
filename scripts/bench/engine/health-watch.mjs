// A process of its own, so that a server under load does not delay its own watcher: `node health-watch.mjs <url>`.
// Asks every 20 ms, whether or not the last answer has come, until its standard input ends; then prints what it saw.
import { Agent, get } from 'node:http';

const everyMs = 20;
const url = new URL('/api/health', process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const waits = [];
let unanswered = 0;
let refused = 0;

const ask = () => {
  const began = performance.now();
  unanswered += 1;
  const request = get(url, { agent }, (answer) => {
    if (answer.statusCode !== 200) refused += 1;
    answer.on('end', () => {
      unanswered -= 1;
      waits.push(performance.now() - began);
    });
    answer.resume();
  });
  request.on('error', () => {
    unanswered -= 1;
    refused += 1;
  });
};

const timer = setInterval(ask, everyMs);
process.stdin.on('end', () => {
  clearInterval(timer);
  waits.sort((a, b) => a - b);
  const at = (share) => waits[Math.max(0, Math.ceil(waits.length * share) - 1)] ?? 0;
  const seen = { asked: waits.length, refused, unanswered, p50: at(0.5), p99: at(0.99), most: at(1) };
  process.stdout.write(JSON.stringify(seen), () => process.exit(0));
});
process.stdin.resume();
