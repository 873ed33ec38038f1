import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Runs scripts/start.mjs until it ends by itself; answers how and what it said. */
function startAndFail(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '', ALLOW_OPEN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

test('any host but loopback is refused, saying why and how', async () => {
  for (const HOST of ['0.0.0.0', '192.168.1.20', '::']) {
    const { code, said } = await startAndFail({ HOST });
    expect(code).toBe(1);
    expect(said).toContain(`拒绝监听 ${HOST}`);
    expect(said).toContain('ALLOW_OPEN=1');
    expect(said).toContain('no accounts');
  }
});

test('a port that is none is refused', async () => {
  const { code, said } = await startAndFail({ PORT: '47x' });
  expect(code).toBe(1);
  expect(said).toContain('PORT=47x');
});

test('a taken port gets a clear word in both languages', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, said } = await startAndFail({ PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(said).toContain(`端口 ${port} 已被占用`);
  expect(said).toContain(`Port ${port} is taken`);
});
