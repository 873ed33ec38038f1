import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** True while a process of that id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process began, as a text that only compares for equality; ids are given again, this pair is not.
 * Null where the system does not tell, or the process is gone.
 */
export function processBegan(pid: number): string | null {
  try {
    return process.platform === 'linux' ? linuxBegan(pid) : askPs(pid);
  } catch {
    return null;
  }
}

/** Field 22 of /proc/pid/stat counts from boot, so the boot's own id goes with it. The name before it may hold spaces. */
function linuxBegan(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}/${fields[19]}`;
}

function askPs(pid: number): string | null {
  if (process.platform === 'win32') return null;
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
}
