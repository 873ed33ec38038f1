/** A file as the browser hands it over; `webkitRelativePath` is empty unless it came in a folder. */
interface Handed {
  readonly name: string;
  readonly size: number;
  readonly webkitRelativePath: string;
}

/** What becomes one import: a file as it is, or parts that are packed together under `name`. */
export interface Gathered<F extends Handed> {
  readonly name: string;
  readonly byteLength: number;
  readonly parts: readonly { readonly path: string; readonly file: F }[];
  /** False for a file that goes as it is. */
  readonly packs: boolean;
  /** Names of shapefile parts that came without their .shp. */
  readonly alone: readonly string[] | null;
}

const SHAPE_PARTS = new Set(['shp', 'dbf', 'shx', 'prj', 'cpg']);
const HIDDEN = /^(\..*|thumbs\.db|desktop\.ini|__macosx)$/i;
const GEODATABASE = /^(.*?([^/]+\.gdb))\/(.+)$/i;

/**
 * Sorts files that were dropped or chosen together into imports: loose parts of a shapefile of one stem become one,
 * so does a .gdb folder; every other file is one by itself. What systems hide in folders is left out.
 */
export function gatherFiles<F extends Handed>(files: readonly F[]): Gathered<F>[] {
  const groups = new Map<string, { name: string; parts: { path: string; file: F }[]; shape: boolean }>();
  const single: Gathered<F>[] = [];
  const join = (key: string, name: string, path: string, file: F, shape: boolean) => {
    const group = groups.get(key) ?? { name, parts: [], shape };
    group.parts.push({ path, file });
    groups.set(key, group);
  };
  for (const file of files) {
    const where = file.webkitRelativePath || file.name;
    if (where.split('/').some((part) => HIDDEN.test(part))) continue;
    const [, folder, database, within] = GEODATABASE.exec(where) ?? [];
    if (folder && database && within) {
      join(folder, `${database}.zip`, `${database}/${within}`, file, false);
      continue;
    }
    const { stem, extension } = namesOf(file.name);
    if (SHAPE_PARTS.has(extension)) {
      const key = `${where.slice(0, where.length - file.name.length)}${stem.toLowerCase()}.shp`;
      join(key, `${stem}.zip`, file.name, file, true);
    } else single.push({ ...whole(file.name, [{ path: file.name, file }]), packs: false, alone: null });
  }
  const packed = [...groups.values()].map(({ name, parts, shape }) => {
    const names = parts.map(({ file }) => file.name);
    const hasShape = !shape || names.some((one) => namesOf(one).extension === 'shp');
    return { ...whole(name, parts), packs: true, alone: hasShape ? null : names };
  });
  return [...packed, ...single];
}

const whole = <F extends Handed>(name: string, parts: { path: string; file: F }[]) => ({
  name,
  parts,
  byteLength: parts.reduce((sum, { file }) => sum + file.size, 0),
});

/** A name apart at its last dot, the extension in lower case. */
export function namesOf(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  return dot < 1
    ? { stem: name, extension: '' }
    : { stem: name.slice(0, dot), extension: name.slice(dot + 1).toLowerCase() };
}
