import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { findBrowser } from '../../../scripts/test/browser.mjs';
import { type Watch, watch } from './watch';

/** The two windows that every journey must stand: a planner's desk and a phone. */
export const windows = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type WindowName = keyof typeof windows;

const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-webgl',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const patienceMs = 40_000;

let browser: Promise<Browser> | null = null;
const contexts = new Map<WindowName, Promise<BrowserContext>>();
let open: { page: Page; watch: Watch }[] = [];

/** Opens a page in a window of this size; the browser is shared by a file, and each page is closed after its test. */
export async function openPage(window: WindowName) {
  browser ??= launch();
  const held = await browser;
  const context = contexts.get(window) ?? makeContext(held, window);
  contexts.set(window, context);
  const page = await (await context).newPage();
  const seen = watch(page);
  open.push({ page, watch: seen });
  return { page, watch: seen };
}

async function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium on this machine (CHROMIUM_PATH names one)');
  return chromium.launch({ executablePath, args: flags });
}

async function makeContext(held: Browser, window: WindowName): Promise<BrowserContext> {
  const context = await held.newContext({
    viewport: windows[window],
    hasTouch: window === 'phone',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(patienceMs);
  return context;
}

afterEach(async ({ task }) => {
  const pages = open;
  open = [];
  for (const [index, { page }] of pages.entries()) {
    if (task.result?.state === 'fail') await page.screenshot({ path: `test-results/${task.name}-${index}.png` });
    await page.close();
  }
  expect(pages.flatMap((one) => one.watch.strays())).toEqual([]);
});

afterAll(async () => {
  await (await browser)?.close();
  browser = null;
  contexts.clear();
});
