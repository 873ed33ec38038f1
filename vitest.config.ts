import { defineConfig } from 'vitest/config';

/** A database process takes seconds to open, and longer on a busy machine. */
const slow = { testTimeout: 60_000, hookTimeout: 180_000, teardownTimeout: 30_000 };
const workers = 2;

/** Each folder of tests belongs to one project: what it needs, and so when `npm test` runs it. */
export default defineConfig({
  test: {
    maxWorkers: workers,
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/*.test.ts', 'test/{core,client,data,formats,rules,scripts,words,zones}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          // Pure code keeps nothing between files: one graph of modules serves them all, which halves the time.
          isolate: false,
        },
      },
      { test: { name: 'platform', include: ['test/platform/**/*.test.ts'], ...slow, testTimeout: 180_000 } },
      {
        test: {
          name: 'database',
          include: ['test/{db,engine,routes,runs,server,tiles,findings,operations,imports}/**/*.test.ts'],
          globalSetup: 'test/support/clean-up.ts',
          ...slow,
        },
      },
      {
        test: {
          name: 'native',
          include: ['test/native/**/*.test.ts'],
          globalSetup: 'test/support/clean-up.ts',
          ...slow,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/support/real-server.ts',
          ...slow,
          testTimeout: 120_000,
          // A page under load answers late; what is waited for is a condition, and a second is no measure of it.
          expect: { poll: { timeout: 40_000, interval: 100 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
