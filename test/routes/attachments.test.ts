import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../data/contract';
import { collection } from '../fixtures/parcels';
import { actor, multipart, upload } from '../fixtures/uploads';
import { testApp } from '../support/app';

const { app, db } = await testApp({ sample: true });
const send = (bytes: Uint8Array, name: string) => app.inject({ ...multipart(bytes, name), url: '/api/attachments' });
const stored = async (bytes: Uint8Array, name: string): Promise<Attachment> => {
  const answer = await send(bytes, name);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const fetched = (sha256: string) => app.inject(`/api/attachments/${sha256}`);
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const begins = (bytes: number[], rest = ' '.repeat(64)): Uint8Array => Uint8Array.from([...bytes, ...text(rest)]);
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const packed = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, text('<x/>')] as const)));
const compound = (stream: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(504),
    ...Buffer.from(stream, 'utf16le'),
  ]);
const pdf = begins([0x25, 0x50, 0x44, 0x46, 0x2d], '1.7 现场踏勘记录');

describe('an attachment', () => {
  it('comes back byte for byte, as a download that runs nothing', async () => {
    const kept = await stored(pdf, '踏勘记录 (一).pdf');
    expect(kept).toEqual({
      sha256: sha(pdf),
      name: '踏勘记录 (一).pdf',
      mediaType: 'application/pdf',
      byteLength: pdf.byteLength,
    });
    const answer = await fetched(kept.sha256);
    expect(Uint8Array.from(answer.rawPayload)).toEqual(pdf);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="____ (_).pdf"; filename*=UTF-8''${encodeURIComponent('踏勘记录 ')}%28${encodeURIComponent('一')}%29.pdf`,
    });
  });

  it.each<[string, Uint8Array, string]>([
    ['a.png', begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
    ['a.jpg', begins([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a.webp', text('RIFF....WEBPVP8 '), 'image/webp'],
    [
      'a.docx',
      packed('[Content_Types].xml', 'word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'a.xlsx',
      packed('[Content_Types].xml', 'xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['a.doc', compound('WordDocument'), 'application/msword'],
    ['a.xls', compound('Workbook'), 'application/vnd.ms-excel'],
    ['a.txt', text('纪要：同意。\r\n'), 'text/plain'],
    ['gbk.txt', Uint8Array.from([0xbc, 0xcd, 0xd2, 0xaa]), 'text/plain'],
    ['wrong.pdf', begins([0xff, 0xd8, 0xff, 0xe1]), 'image/jpeg'],
  ])('%s is what its content says', async (name, bytes, mediaType) => {
    expect((await stored(bytes, name)).mediaType).toBe(mediaType);
  });

  it.each<[string, Uint8Array]>([
    ['setup.pdf', begins([0x4d, 0x5a, 0x90, 0x00])],
    ['photos.docx', packed('a.jpg')],
    ['macro.doc', compound('PowerPoint Document')],
    ['broken.docx', begins([0x50, 0x4b, 0x03, 0x04])],
    ['empty.txt', new Uint8Array()],
  ])('%s is refused by its content, naming it, and nothing of it is kept', async (name, bytes) => {
    const answer = await send(bytes, name);
    expect(answer.statusCode).toBe(415);
    expect(answer.json()).toMatchObject({ code: 'attachment-type', message: expect.stringContaining(name) });
    expect(await db.query({ text: 'select from file where sha256 = $1', values: [sha(bytes)] })).toEqual([]);
  });

  it('is refused when it is too large, announced or not', async () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1).fill(0x20);
    const answer = await send(large, 'large.txt');
    expect(answer.statusCode).toBe(413);
    expect(answer.json().message).toContain('20 MiB');
    const announced = multipart(text('x'), 'x.txt');
    const early = await app.inject({
      ...announced,
      url: '/api/attachments',
      headers: { ...announced.headers, 'content-length': String(30 * 1024 * 1024) },
    });
    expect(early.statusCode).toBe(413);
  });

  it('shows its name and never takes it for a path, nor for something to run', async () => {
    const kept = await stored(text('echo'), '../../etc/cron.d/定时.bat');
    expect(kept).toMatchObject({ name: '定时.bat', mediaType: 'text/plain' });
    const { 'content-disposition': saved } = (await fetched(kept.sha256)).headers;
    expect(saved).toContain(`filename*=UTF-8''${encodeURIComponent('定时.bat.txt')}`);
    const odd = await stored(text('echo "'), '..\\..\\a";b\r\n.txt');
    expect((await fetched(odd.sha256)).headers['content-disposition']).toMatch(
      /^attachment; filename="[^"\\]*"; filename\*=UTF-8''\S+$/,
    );
    for (const path of ['..%2f..%2fetc%2fpasswd', 'x', sha(text('nowhere')).toUpperCase()])
      expect((await fetched(path)).statusCode).toBe(400);
  });

  it('wants a name of whoever sends it, and a file', async () => {
    const { 'x-actor': _, ...headers } = multipart(pdf, 'a.pdf').headers;
    const unsigned = await app.inject({ ...multipart(pdf, 'a.pdf'), url: '/api/attachments', headers });
    expect(unsigned.json().code).toBe('actor-missing');
    const none = await app.inject({ method: 'POST', url: '/api/attachments', headers: actor, payload: {} });
    expect(none.json().code).toBe('file-missing');
  });
});

describe('what can be fetched', () => {
  it('is never the original of an import', async () => {
    const original = collection([{ number: 'att-1' }]);
    await upload(app, original, 'parcels.geojson');
    expect(await db.query({ text: 'select from file where sha256 = $1', values: [sha(original)] })).toHaveLength(1);
    expect((await fetched(sha(original))).statusCode).toBe(404);
  });

  it('is kept for good once a ruling names it, and otherwise for a day', async () => {
    const [used, unused, also] = [
      await stored(text('用到的'), 'used.txt'),
      await stored(text('没用到的'), 'unused.txt'),
      await stored(collection([{ number: 'att-2' }]), 'also-imported.txt'),
    ];
    await upload(app, collection([{ number: 'att-2' }]), 'att-2.geojson');
    const [row] = (await app.inject('/api/leftover?limit=1')).json().rows;
    const body = {
      subject: 'plot',
      park: row.park.id,
      parcel: row.parcel.id,
      claim: { decision: 'accept' },
      reason: '见附件',
      attachments: [{ sha256: used.sha256, name: '踏勘照片.txt' }],
    };
    const made = await app.inject({ method: 'POST', url: '/api/rulings', headers: actor, payload: body });
    expect(made.statusCode, made.body).toBe(200);
    const [ruling] = (await app.inject(`/api/rulings?parcel=${row.parcel.id}`)).json().rows;
    expect(ruling.attachments).toEqual([{ ...used, name: '踏勘照片.txt' }]);
    await app.inject({ method: 'DELETE', url: `/api/rulings/${ruling.id}`, headers: actor });

    await db.query({ text: `update attachment set stored_at = now() - interval '25 hours'` });
    await db.query({ text: `update file set stored_at = now() - interval '25 hours'` });
    await stored(text('又一份'), 'next.txt');
    expect((await fetched(used.sha256)).statusCode).toBe(200);
    expect((await fetched(unused.sha256)).statusCode).toBe(404);
    expect((await fetched(also.sha256)).statusCode).toBe(404);
    const left = await db.query<{ sha256: string }>({ text: 'select sha256 from file' });
    const kept = left.map(({ sha256 }) => sha256);
    expect(kept).not.toContain(unused.sha256);
    expect(kept).toEqual(expect.arrayContaining([used.sha256, also.sha256]));
    const late = { ...body, attachments: [{ sha256: unused.sha256, name: 'unused.txt' }] };
    const refused = await app.inject({ method: 'POST', url: '/api/rulings', headers: actor, payload: late });
    expect(refused.json()).toMatchObject({
      code: 'attachment-unknown',
      message: expect.stringContaining('unused.txt'),
    });
  });
});
