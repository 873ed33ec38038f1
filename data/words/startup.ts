import type { Named } from '../contract/vocabulary';

/** What the terminal and the starting page say, by what happened. `{name}` is filled from the arguments. */
const startupWords = {
  'opening-database': { zh: '正在打开数据库', en: 'Opening the database' },
  migrated: { zh: '数据库结构已更新：{names}', en: 'Database brought forward: {names}' },
  current: { zh: '数据库结构已是最新', en: 'The database is up to date' },
  'loading-facts': { zh: '正在载入规划事实', en: 'Loading the facts of the plan' },
  'loading-sample': { zh: '正在载入样例城市', en: 'Loading the sample city' },
  'building-page': { zh: '正在构建页面', en: 'Building the page' },
  'page-built': { zh: '页面已构建', en: 'The page is built' },
  ready: {
    zh: '已就绪，用时 {seconds} 秒。请在浏览器打开 {url}',
    en: 'Ready after {seconds} s. Open {url} in a browser',
  },
  stopping: { zh: '正在停止', en: 'Stopping' },
  stopped: { zh: '已停止', en: 'Stopped' },
  'setting-invalid': { zh: '设置有误：{list}', en: 'A setting is wrong: {list}' },
  'page-failed': { zh: '页面构建失败，原因见上。', en: 'The page could not be built; the reason stands above.' },
  locked: {
    zh: '数据库正被另一个园图使用（进程 {pid}）。同一数据文件夹只能由一个园图打开，请先停止那一个。',
    en: 'Another Yuantu holds the database (process {pid}). Only one may open the same data folder; stop that one first.',
  },
  failed: { zh: '数据库打不开：{detail}', en: 'The database does not open: {detail}' },
  unreachable: {
    zh: '连不上 DATABASE_URL 所指的数据库：{detail}',
    en: 'The database at DATABASE_URL does not answer: {detail}',
  },
  'postgresql-too-old': {
    zh: 'PostgreSQL 版本为 {found}，需要 {needed} 或更高。',
    en: 'PostgreSQL is {found}; {needed} or newer is needed.',
  },
  'postgis-missing': {
    zh: '该 PostgreSQL 没有安装 PostGIS，请先安装 PostGIS 3.3 或更高版本。',
    en: 'That PostgreSQL has no PostGIS; install PostGIS 3.3 or newer.',
  },
  'postgis-too-old': {
    zh: 'PostGIS 版本为 {found}，需要 {needed} 或更高。',
    en: 'PostGIS is {found}; {needed} or newer is needed.',
  },
  'migration-changed': {
    zh: '迁移文件 {name} 在执行后被改动过，已停止。请恢复原文件，改动写成新的迁移。',
    en: 'Migration {name} was changed after it had been applied; stopped. Restore it and write the change as a new one.',
  },
  'database-newer': {
    zh: '数据库比程序新（多出 {name}），请使用更新的程序。',
    en: 'The database is newer than the program (it has {name}); use a newer program.',
  },
  'migration-failed': { zh: '迁移 {name} 失败：{detail}', en: 'Migration {name} failed: {detail}' },
} as const satisfies Record<string, Named>;

export type StartupWord = keyof typeof startupWords;

/** Says it in both languages. */
export function startupLine(word: StartupWord, args: Record<string, string | number> = {}): Named {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ''));
  return { zh: fill(startupWords[word].zh), en: fill(startupWords[word].en) };
}
