import { spawn } from 'node:child_process';

/** Runs a command with its output shown, and counts it as one test. */
export async function runGate(name, command, env = {}) {
  const code = await run(command, env);
  return code === 0 ? { passed: 1, failures: [], skips: [] } : { passed: 0, failures: [name], skips: [] };
}

/** Runs a command with its output shown; answers its exit code, 1 where it could not run. */
export function run([command, ...args], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
