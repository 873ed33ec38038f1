import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { startServer } from './start-server';
import { copyTemplate } from './template';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the running server, ending in a slash. */
    serverUrl: string;
  }
}

/** Starts the product as `npm start` does, over a copy of the sample city; tests read `inject('serverUrl')`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await copyTemplate('sample');
  const server = await startServer({ YUANTU_DATA: folder });
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
