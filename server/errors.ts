import type { ErrorBody, GeometryFault } from '../data/contract';
import type { Lang } from './lang';

/** Every refusal the server can answer: its status, and what it says to the reader. `{name}` is filled from `args`. */
const table = {
  'request-invalid': {
    status: 400,
    zh: '请求内容有误，请按所列各项改正后重试。',
    en: 'The request is not as described; correct the items listed and try again.',
  },
  'actor-missing': {
    status: 400,
    zh: '写入前请先填写姓名（页面右上角），以便留痕。',
    en: 'Enter your name (top right) before changing anything, so that the change can be recorded.',
  },
  'not-found': { status: 404, zh: '没有找到 {what} {id}。', en: 'There is no {what} {id}.' },
  'plot-not-beside': {
    status: 404,
    zh: '地块 {parcel} 不在园区 {park} 旁，没有可说明的判定。',
    en: 'Parcel {parcel} does not lie beside park {park}: there is nothing to explain.',
  },
  'route-not-found': { status: 404, zh: '没有这个地址。', en: 'There is nothing at this address.' },
  'version-stale': {
    status: 409,
    zh: '「{name}」已被他人修改，请重新载入后再改，您的内容未丢失。',
    en: '“{name}” has been changed by someone else; reload it and apply your change again. Nothing is lost.',
  },
  'park-official': {
    status: 409,
    zh: '「{name}」是正式园区，不能在此直接修改；可另存为草案。',
    en: '“{name}” is an official park and cannot be changed here; save a draft of it instead.',
  },
  'already-undone': { status: 409, zh: '这一步已经撤销过了。', en: 'This step has already been taken back.' },
  'undo-conflict': {
    status: 409,
    zh: '无法撤销：「{name}」之后又有改动，请先撤销较新的一步。',
    en: 'Cannot undo: “{name}” has changed since; take back the newer step first.',
  },
  'parcels-unknown': {
    status: 422,
    zh: '以下地块不存在：{ids}。请重新选取。',
    en: 'These parcels do not exist: {ids}. Pick them again.',
  },
  'import-not-ready': {
    status: 409,
    zh: '「{name}」当前不能执行这一步：可能正在读取、已写入、已撤销或已取消，请刷新后查看其状态。',
    en: '“{name}” cannot take this step now: it is being read, written, withdrawn or given up; reload to see where it stands.',
  },
  'import-file-gone': {
    status: 409,
    zh: '「{name}」一直没有写入，其文件已于 {at}（北京时间）清除，不能继续；请重新上传文件。',
    en: '“{name}” was never written, and its file was cleared away at {at} (China time), so that it cannot go on; upload the file again.',
  },
  'import-undone': {
    status: 409,
    zh: '「{name}」这次导入已于 {at}（北京时间）整次撤销，其中记录的修复现在不能进行、撤销或重做。请先在历史记录中重做这次导入，再试。',
    en: 'The import “{name}” was withdrawn as a whole at {at} (China time), so that no record of it can be mended, nor a mend be taken back or redone. Redo the import in the history first, then try again.',
  },
  'import-in-use': {
    status: 409,
    zh: '无法撤销这次导入：其带来的内容正被 {holders} 使用，请先将其移出。',
    en: 'This import cannot be withdrawn: what it brought is used by {holders}; take it out there first.',
  },
  'replace-in-use': {
    status: 409,
    zh: '无法替换：新文件缺少的内容正被 {holders} 使用，请先将其移出。',
    en: 'Cannot replace: what the new file lacks is used by {holders}; take it out there first.',
  },
  'records-not-held': {
    status: 409,
    zh: '第 {records} 条已不再暂扣，可能已被修复；请刷新后再试。',
    en: 'Records {records} are no longer held back; someone may have mended them. Reload and try again.',
  },
  'finding-missing': {
    status: 422,
    zh: '「{name}」旁的地块 {number} 目前没有研判结果，无从认定；请先重新查找。',
    en: 'Nothing is found of plot {number} beside “{name}” now, so there is nothing to rule on; search again first.',
  },
  'not-members': {
    status: 422,
    zh: '以下地块不在「{name}」内：{ids}。间隙须在园区的两宗地块之间，请重新选取。',
    en: 'These parcels are not in “{name}”: {ids}. A gap lies between two plots of the park; pick them again.',
  },
  'ruling-not-in-force': {
    status: 409,
    zh: '「{name}」的认定 {id} 已不在效：已被撤回或被更新的认定取代，请刷新后查看。',
    en: 'Ruling {id} on “{name}” is no longer in force: it was withdrawn, or a newer one took its place; reload to see which.',
  },
  'attachment-unknown': {
    status: 422,
    zh: '以下附件没有收到或已过期：{names}。请重新上传。',
    en: 'These attachments never arrived or have lapsed: {names}. Upload them again.',
  },
  'attachment-type': {
    status: 415,
    zh: '「{name}」的内容不是 PDF、图片（PNG、JPEG、WebP）、Word、Excel 或纯文本，请转换后再上传。',
    en: 'By its content “{name}” is no PDF, picture (PNG, JPEG, WebP), Word, Excel or plain text file; convert it and upload it again.',
  },
  'run-under-way': {
    status: 409,
    zh: '该范围正在查找中，完成后再试。',
    en: 'A search of this scope is under way; try again when it has ended.',
  },
  'run-over': {
    status: 409,
    zh: '这次查找已经结束，无须停止；查到的结果仍在。',
    en: 'This search is over and cannot be stopped; what it found is kept.',
  },
  'file-missing': {
    status: 400,
    zh: '没有收到文件，请选择一个文件后重试。',
    en: 'No file arrived; choose one and try again.',
  },
  'body-too-large': {
    status: 413,
    zh: '内容超过上限 {limit}。请分批提交。',
    en: 'The content exceeds the limit of {limit}. Send it in parts.',
  },
  'media-type-unsupported': {
    status: 415,
    zh: '不支持这种内容格式。',
    en: 'This kind of content is not accepted here.',
  },
  'geometry-invalid': {
    status: 422,
    zh: '有 {count} 个图形有误，请按所列原因修正。',
    en: '{count} shapes are faulty; mend them as listed.',
  },
  'export-empty': {
    status: 422,
    zh: '没有符合条件的记录，无可导出；请放宽筛选。',
    en: 'Nothing fits the filter, so there is nothing to export; widen it.',
  },
  'export-too-many': {
    status: 422,
    zh: '共 {count} 条，超过一次导出的上限 {limit} 条；请缩小范围分次导出。',
    en: '{count} rows are more than the {limit} that one export may hold; narrow the filter and export in parts.',
  },
  'export-format-unfit': {
    status: 422,
    zh: '{format} 只能写地块图形，这份清单没有；请改选其他格式。',
    en: '{format} holds plots of land and this list has none; choose another format.',
  },
  'export-changed': {
    status: 409,
    zh: '导出期间数据有变动，文件未完成；请重新导出。',
    en: 'The data changed while the file was written, so it was given up; export again.',
  },
  'export-busy': {
    status: 503,
    zh: '正在进行的导出已有 {count} 项，请稍候再试。',
    en: '{count} exports are under way; try again in a moment.',
  },
  'export-too-long': {
    status: 503,
    zh: '导出超过 {seconds} 秒已中止；请缩小范围分次导出。',
    en: 'The export took more than {seconds} seconds and was stopped; narrow the filter and export in parts.',
  },
  'ruleset-unknown': { status: 422, zh: '没有规则集 {id}。', en: 'There is no ruleset {id}.' },
  'ogc-parameter-unknown': {
    status: 400,
    zh: '不认识参数 {name}；此处可用的参数：{known}。',
    en: 'There is no parameter {name} here; those there are: {known}.',
  },
  'ogc-parameter-invalid': {
    status: 400,
    zh: '参数 {name} 的值「{value}」有误，应为 {expected}。',
    en: 'The value “{value}” of {name} cannot be read; expected {expected}.',
  },
  'ogc-property-unknown': {
    status: 400,
    zh: '数据集 {collection} 没有可查询字段 {name}；可查询的字段：{known}。',
    en: 'The collection {collection} has no queryable {name}; its queryables: {known}.',
  },
  'ogc-filter-invalid': {
    status: 400,
    zh: '过滤表达式第 {position} 个字符处有误：「{found}」，应为 {expected}。',
    en: 'The filter cannot be read at character {position}: “{found}”; expected {expected}.',
  },
  'too-many-requests': {
    status: 429,
    zh: '请求过于频繁，请稍候 {seconds} 秒再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'deadline-exceeded': {
    status: 503,
    zh: '查询超过时限已被中止，请缩小范围后重试。',
    en: 'The query took too long and was stopped; narrow it and try again.',
  },
  'database-away': {
    status: 503,
    zh: '数据库暂时不可用，正在恢复，请稍后重试。',
    en: 'The database is away for a moment and is coming back; try again shortly.',
  },
  'city-too-large': {
    status: 503,
    zh: '全市地块在内存中需要 {needed} MB，超过上限 {allowed} MB；请管理员调高 ENGINE_MEMORY_MB 后重启。',
    en: 'The parcels of the city take {needed} MB of memory, more than the {allowed} MB allowed; ask your administrator to raise ENGINE_MEMORY_MB and restart.',
  },
  'internal-error': {
    status: 500,
    zh: '服务器内部出错，请把请求编号 {requestId} 告诉管理员。',
    en: 'Something failed on the server; quote request {requestId} to your administrator.',
  },
} as const;

export type RefusalCode = keyof typeof table;
type Args = Record<string, string | number>;

/** Whether a stored code is that of a refusal. */
export const isRefusalCode = (code: string): code is RefusalCode => code in table;
type Extra = { faults?: GeometryFault[]; issues?: { path: string; message: string }[] };

/** A refusal that the error handler turns into its status and message; anything else thrown becomes a bare 500. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly args: Args,
    readonly extra: Extra,
  ) {
    super(code);
  }
  get status(): number {
    return table[this.code].status;
  }
}

/** Makes a refusal: `throw refusal('not-found', { what: 'park', id })`. */
export function refusal(code: RefusalCode, args: Args = {}, extra: Extra = {}): Refusal {
  return new Refusal(code, args, extra);
}

/** The error body of a refusal in the reader's language. */
export function refusalBody(error: Refusal, lang: Lang, requestId: string): ErrorBody {
  const args: Args = { count: error.extra.faults?.length ?? 0, ...error.args, requestId };
  return { code: error.code, message: sayRefusal(error.code, args, lang), requestId, ...error.extra };
}

/** What a refusal says to the reader. */
export function sayRefusal(code: RefusalCode, args: Args, lang: Lang): string {
  return table[code][lang].replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ''));
}
