// A worker thread does not inherit the loader of its parent, so TypeScript is taught to it first.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
