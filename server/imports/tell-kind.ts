import type { ImportKind } from '../../data/contract';
import type { RawFile } from '../formats/raw-file';
import { kinds } from './kinds/all';
import type { KindOfImport } from './kinds/kind';

const believedLikeness = 0.3;

/** What a layer seems to hold, null where nothing speaks for any kind, and every kind that its shapes allow. */
export function tellKind(raw: Pick<RawFile, 'layers' | 'layer' | 'columns'>): {
  guess: ImportKind | null;
  allowed: ImportKind[];
} {
  const shape = raw.layers.find((layer) => layer.name === raw.layer)?.shape ?? 'none';
  const known = Object.values(kinds);
  const allowed = known.filter((kind) => allows(kind, shape));
  const likely = (allowed.length > 0 ? allowed : known)
    .map(({ id, likeness }) => ({ id, likeness: likeness({ shape, columns: raw.columns, name: raw.layer }) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  const guess = likely && likely.likeness >= believedLikeness ? likely.id : null;
  return { guess, allowed: (allowed.length > 0 ? allowed : known).map(({ id }) => id) };
}

function allows({ shapes, place }: KindOfImport, shape: RawFile['layers'][number]['shape']): boolean {
  if (place === 'none' || shape === 'mixed') return true;
  return shape === 'none' ? place === 'optional' : shapes.includes(shape) || shapes.includes('mixed');
}
