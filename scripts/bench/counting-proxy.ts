import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What has passed through: bytes of bodies as sent, and when the last answer and the last tile were through. */
export interface Passed {
  bytes: number;
  lastAnswerMs: number;
  lastTileMs: number;
}

/**
 * Stands between a browser and the server and counts what passes, since the browser's own tools do not see what the
 * map's worker asks for.
 */
export async function countingProxy(target: string): Promise<{ url: string; passed: Passed; close(): void }> {
  const passed: Passed = { bytes: 0, lastAnswerMs: 0, lastTileMs: 0 };
  const server = createServer((incoming, outgoing) => {
    const asked = request(new URL(incoming.url ?? '/', target), { method: incoming.method, headers: incoming.headers });
    asked.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', (chunk: Buffer) => {
        passed.bytes += chunk.length;
      });
      answer.on('end', () => {
        passed.lastAnswerMs = performance.now();
        if (incoming.url?.startsWith('/tiles/')) passed.lastTileMs = passed.lastAnswerMs;
      });
      answer.pipe(outgoing);
    });
    asked.on('error', () => outgoing.destroy());
    incoming.pipe(asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/`, passed, close };
}
