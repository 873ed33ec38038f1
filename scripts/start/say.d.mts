import type { Named } from '../../data/contract/vocabulary';

export function say(line: Named): void;
export function refuse(line: Named): never;
