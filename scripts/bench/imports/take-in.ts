import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createImport, type ImportState, importState } from '../../../data/contract';

const headers = { 'x-actor': 'bench' };
const pollMs = 100;

/** How long the steps of an import took, in seconds. */
export interface Taken {
  readonly previewSeconds: number;
  readonly writeSeconds: number;
}

/** Uploads a file over HTTP, takes the preview's word for everything, and waits until all of its records are written. */
export async function takeIn(address: string, path: string, records: number): Promise<Taken> {
  const began = performance.now();
  const form = new FormData();
  form.append('file', await openAsBlob(path), basename(path));
  const created = await fetch(`${address}${createImport.path}`, { method: 'POST', headers, body: form });
  if (!created.ok) throw new Error(await created.text());
  const url = `${address}${createImport.path}/${createImport.response.parse(await created.json()).id}`;
  const ready = await waitFor(url, 'ready');
  const previewed = performance.now();
  const crs = ready.preview?.crs.chosen ?? ready.preview?.crs.choices[0]?.id;
  await post(`${url}/commit`, { crs, mapping: ready.preview?.mapping });
  const done = await waitFor(url, 'done');
  const written = performance.now();
  if (done.report?.accepted !== records) throw new Error(`${done.report?.accepted} of ${records} were accepted`);
  await post(`${address}/api/events/${done.report.event}/undo`, {});
  return { previewSeconds: (previewed - began) / 1000, writeSeconds: (written - previewed) / 1000 };
}

async function post(url: string, body: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function waitFor(url: string, phase: 'ready' | 'done'): Promise<ImportState> {
  for (;;) {
    const state = importState.parse(await (await fetch(url)).json());
    if (state.phase === phase) return state;
    if (state.phase === 'failed' || state.phase === 'cancelled') throw new Error(JSON.stringify(state.error));
    await pause(pollMs);
  }
}
