import type { LayerShape } from '../../../../data/contract';
import type { KindWords } from '../../../../data/words/import-kinds/field-words';
import { plainName } from '../../plain-name';
import type { FieldOfKind, KindOfImport } from '../kind';

/** The fields of a kind, in order, out of its words. */
export function fieldsOf(words: KindWords): FieldOfKind[] {
  return Object.entries(words.fields).map(([id, field]) => ({ id, ...field }));
}

/** How much a layer looks like a kind, by its columns or its name; nothing where its shape cannot be of the kind. */
export function likenessTo(words: KindWords, shapes: readonly LayerShape[]): KindOfImport['likeness'] {
  return ({ shape, columns, name }) => {
    if (shape !== 'mixed' && !shapes.includes(shape)) return 0;
    const plain = columns.map(plainName);
    const { telling, layers } = words;
    const isTold = telling.columns.every((pattern) => plain.some((column) => pattern.test(column)));
    return Math.max(isTold ? telling.likeness : 0, layers.names.test(name) ? layers.likeness : 0);
  };
}
