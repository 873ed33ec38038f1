import type { Page } from 'playwright-core';

/** Something that went wrong on a page while nobody said that it would. */
interface Complaint {
  kind: 'console' | 'page error' | 'failed request' | 'refusal';
  words: string;
  /** What was asked for, where one can be named. */
  url: string;
}

export interface Watch {
  /** Says that answers of at least 400 to addresses that fit are part of the journey. */
  allow(url: RegExp): void;
  /** Complaints that nobody announced, each in one line. */
  strays(): string[];
}

/** Records console errors, page errors, failed requests and answers of at least 400 of a page, from its first moment. */
export function watch(page: Page): Watch {
  const complaints: Complaint[] = [];
  const allowed: RegExp[] = [];
  const note = (kind: Complaint['kind'], words: string, url = '') => complaints.push({ kind, words, url });
  page.on('console', (message) => {
    if (message.type() === 'error') note('console', message.text(), message.location().url);
  });
  page.on('pageerror', (error) => note('page error', error.stack ?? error.message));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A map that moves on, and a question that is asked anew, give up what they asked before.
    if (reason !== 'net::ERR_ABORTED') note('failed request', reason, request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note('refusal', String(response.status()), response.url());
  });
  return {
    allow: (url) => void allowed.push(url),
    strays: () =>
      complaints
        .filter(({ url }) => !allowed.some((pattern) => pattern.test(url)))
        .map(({ kind, words, url }) => `${kind}: ${words} ${url}`),
  };
}
