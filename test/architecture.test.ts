import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const folders = ['client', 'server', 'data', 'scripts'] as const;

/** What each folder may import of ours, the longest prefix first. */
const ours: [from: string, to: string[]][] = [
  ['server/core', ['server/core', 'data']],
  ['server', ['server', 'data']],
  ['client', ['client', 'data']],
  ['scripts', ['scripts', 'server', 'data']],
  ['data', ['data']],
];
/** What the pure parts may import of others'. */
const others: [from: string, packages: RegExp][] = [
  ['server/core', /^(flatbush|geographiclib-geodesic|polylabel|proj4|zod|@turf\/[\w-]+)$/],
  ['data', /^zod$/],
];

const files = folders.flatMap((folder) => sourceFiles(join(root, folder)));
const imports = files.flatMap((file) =>
  importsOf(readFileSync(file, 'utf8')).map((target) => ({ file: relative(root, file), target })),
);

describe('imports point one way', () => {
  test('there is something to judge', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  test('folders import only what they may of ours', () => {
    const wrong = imports.filter(({ file, target }) => {
      if (!target.startsWith('.')) return false;
      const to = relative(root, resolve(root, dirname(file), target));
      const allowed = ours.find(([from]) => file.startsWith(`${from}/`))?.[1] ?? [];
      return !allowed.some((prefix) => to === prefix || to.startsWith(`${prefix}/`));
    });
    expect(wrong).toEqual([]);
  });

  test('the pure parts import only small pure libraries', () => {
    const wrong = imports.filter(({ file, target }) => {
      if (target.startsWith('.')) return false;
      const rule = others.find(([from]) => file.startsWith(`${from}/`));
      return rule !== undefined && !rule[1].test(target);
    });
    expect(wrong).toEqual([]);
  });

  test('the client never reaches for the server, nor for Node', () => {
    const wrong = imports.filter(
      ({ file, target }) => file.startsWith('client/') && /^(node:|pg$|fastify)/.test(target),
    );
    expect(wrong).toEqual([]);
  });
});

test('no machine path and no skipped rule in the source', () => {
  const wrong = files.filter((file) =>
    /(\/root\/|\/tmp\/|biome-ignore|@ts-ignore|@ts-expect-error|: any\b|as any\b)/.test(readFileSync(file, 'utf8')),
  );
  expect(wrong.map((file) => relative(root, file))).toEqual([]);
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.(ts|tsx)$/.test(name) ? [path] : [];
  });
}

function importsOf(source: string): string[] {
  return [...source.matchAll(/(?:from|import|import\()\s*'([^'\n,]+)'/g)].flatMap((match) => match[1] ?? []);
}
