import { expect, it } from 'vitest';
import { basemapPath, readBasemap } from '../../server/basemap';

it('needs no network when nothing is set', () => {
  expect(readBasemap(undefined)).toEqual({ styleUrl: null, attribution: null, origins: [], style: null });
});

it('serves a style of its own for Tianditu with the owner’s key, and lets the page reach its hosts only', () => {
  const found = readBasemap('tianditu:abc123');
  expect(found?.styleUrl).toBe(basemapPath);
  expect(found?.origins.every((origin) => /^https:\/\/t\d\.tianditu\.gov\.cn$/.test(origin))).toBe(true);
  expect(JSON.stringify(found?.style)).toContain('tk=abc123');
});

it('takes the URL of any style, with the origins it fetches from', () => {
  expect(readBasemap('https://maps.example/style.json, https://tiles.example')).toEqual({
    styleUrl: 'https://maps.example/style.json',
    attribution: 'maps.example',
    origins: ['https://maps.example', 'https://tiles.example'],
    style: null,
  });
});

it.each(['tianditu:', 'style.json', 'https://maps.example/style.json, nonsense'])('refuses %s', (setting) => {
  expect(readBasemap(setting)).toBeNull();
});
