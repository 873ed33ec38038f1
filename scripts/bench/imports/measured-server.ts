import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A server whose memory is watched. */
export interface MeasuredServer {
  readonly address: string;
  /** Megabytes resident now. */
  resident(): number;
  /** The most megabytes resident since it was last asked. */
  peak(): number;
  stop(): Promise<void>;
}

const lookEveryMs = 50;
const kilobytesPerMegabyte = 1024;

/** Starts the server alone over a database, with its files in a folder of the caller's. */
export async function startMeasured(root: string, url: string, folder: string): Promise<MeasuredServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'serve.ts')], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: url,
      YUANTU_DATA: folder,
      LOG: 'error',
      REQUESTS_PER_MINUTE: '1000000',
      UPLOAD_LIMIT_MB: '2048',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
    child.once('exit', (code) => reject(new Error(`the measured server ended with ${code}`)));
  });
  const resident = (): number => {
    const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
    return Number(line?.[1]) / kilobytesPerMegabyte;
  };
  let most = 0;
  const timer = setInterval(() => {
    if (child.exitCode === null) most = Math.max(most, resident());
  }, lookEveryMs);
  return {
    address,
    resident,
    peak: () => {
      const told = most;
      most = 0;
      return told;
    },
    stop: async () => {
      clearInterval(timer);
      child.kill('SIGTERM');
      await ended;
    },
  };
}
