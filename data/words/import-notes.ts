import type { Named, ParcelField } from '../contract';

/** What the reader should know about a file that can be read. */
export const fileWarnings = {
  'gcj02-suspected': {
    zh: '图形疑为火星坐标（GCJ-02）：向东偏约 {east} 米、向北偏约 {north} 米，退回后才与已有界线吻合。未作改动，请向提供方索取 CGCS2000 坐标。',
    en: 'The outlines seem to be in GCJ-02: shifted by about {east} m east and {north} m north, and only moved back do they fit what is known. Nothing was changed; ask the sender for CGCS2000 coordinates.',
  },
  'overlaps-partly': {
    zh: '查重叠用满了 {seconds} 秒，只查了前 {done} 条记录。',
    en: 'The search for overlaps took its {seconds} seconds and looked at the first {done} records only.',
  },
  'shx-missing': {
    zh: '缺少 .shx 索引，已直接按 .shp 读取，条数无法与索引核对。',
    en: 'The .shx is missing; the .shp was read directly and its count could not be checked against the index.',
  },
  'prj-missing': {
    zh: '缺少 .prj，坐标系需按坐标大小判断，请核对。',
    en: 'The .prj is missing; the coordinate system is judged by magnitude, so check it.',
  },
  'datum-unstated': {
    zh: '文件没有说明基准。坐标大小分不出 CGCS2000 与西安80、北京54，请确认是 CGCS2000。',
    en: 'The file states no datum. Magnitude cannot tell CGCS2000 from Xian 1980 or Beijing 1954: make sure that it is CGCS2000.',
  },
  'zone-unstated': {
    zh: '文件写明「{declared}」，但没有写带号或中央经线；带号按坐标大小判断，请核对。',
    en: 'The file states “{declared}” but neither zone nor central meridian; the zone is judged by magnitude, so check it.',
  },
  'wgs84-as-cgcs2000': {
    zh: '文件为 WGS84，按与 CGCS2000 重合处理（相差不到 1 米），未作转换。',
    en: 'The file is in WGS84, taken as coincident with CGCS2000 (they differ by less than 1 m); nothing was shifted.',
  },
  'axes-swapped': {
    zh: '坐标的横纵两列像是颠倒的，请确认后选用。',
    en: 'The two axes seem to be swapped; confirm before using them so.',
  },
  'declared-outside': {
    zh: '按文件声明的坐标系「{declared}」，图形不在本市，请核对带号与坐标系。',
    en: 'In the coordinate system that the file declares (“{declared}”) it lies outside the city; check zone and system.',
  },
  'number-generated': {
    zh: '没有选编号列，编号将按「文件名-序号」生成。',
    en: 'No column was chosen for the number; numbers are made of the file name and the record.',
  },
  'area-unit-unclear': {
    zh: '申报面积与图形面积的比值不像平方米、公顷或亩，请核对面积列与单位。',
    en: 'Declared and computed areas relate by no known unit; check the area column and its unit.',
  },
  'records-deleted': {
    zh: '.dbf 中有 {count} 条标记删除的记录，将暂扣。',
    en: '{count} records are marked as deleted in the .dbf and will be held back.',
  },
  'file-misnamed': {
    zh: '文件名「{file}」与内容不符，已按内容（{format}）读取。',
    en: 'The name “{file}” does not fit the content, which was read for what it is ({format}).',
  },
  'zip-one-file': {
    zh: '读取的是压缩包里的「{entry}」。',
    en: 'What was read is “{entry}” inside the archive.',
  },
  'header-sign-missing': {
    zh: '{count} 个地块的首行末尾缺少 @。',
    en: 'The header rows of {count} plots lack the @ that should end them.',
  },
  'closing-points-left-out': {
    zh: '声明的界址点数都比实有行数多一个闭合点，按未写闭合点处理，请核对。',
    en: 'The declared point counts all include a closing point that the rows leave out; they were read so, check them.',
  },
  'lines-skipped': {
    zh: '第一个地块之前有 {count} 行读不出（如第 {line} 行「{text}」），已略过。',
    en: '{count} lines before the first plot could not be read (such as line {line}, “{text}”) and were passed over.',
  },
  'table-header-missing': {
    zh: '没有找到表头行，列名按序号生成。',
    en: 'No header row was found; columns are named by their place.',
  },
  'table-title-rows': {
    zh: '表头之上有 {count} 行标题或说明，未作为记录读取。',
    en: '{count} rows of titles or notes above the header were not read as records.',
  },
  'table-summary-rows': {
    zh: '有 {count} 行是合计或附注，将暂扣。',
    en: '{count} rows are totals or notes and will be held back.',
  },
  'kml-passed-over': {
    zh: '有 {count} 个网络链接、影像或轨迹，不能导入，未读取。',
    en: '{count} network links, overlays or tracks cannot be imported and were not read.',
  },
  'dxf-entities-left': {
    zh: '图中另有 {count} 个未闭合或非面的实体，不在本图层；可改选 entities 图层查看。',
    en: '{count} other entities of the drawing are open or not areal and not in this layer; choose the layer entities to see them.',
  },
  'value-constant': {
    zh: '文件没有「{field}」列，全部记录按固定值「{value}」写入。',
    en: 'The file has no column for {field}: every record was written with the same value, “{value}”.',
  },
  'values-unreadable': {
    zh: '「{column}」列有 {count} 个值读不成「{field}」（如「{sample}」），按未知处理。',
    en: '{count} values of column “{column}” cannot be read as {field} (such as “{sample}”) and count as unknown.',
  },
} as const;
export type FileWarning = keyof typeof fileWarnings;

/** How the encoding was told, and by what the coordinate system was. */
export const encodingReasons = {
  'as-asked': { zh: '按您的选择', en: 'as you chose' },
  'byte-order-mark': { zh: '文件带 BOM', en: 'the file carries a byte order mark' },
  'cpg-file': { zh: '依据 .cpg 文件', en: 'from the .cpg file' },
  'ldid-byte': { zh: '依据 .dbf 语言标识', en: 'from the language byte of the .dbf' },
  'valid-utf8': { zh: '内容是有效的 UTF-8', en: 'the content is valid UTF-8' },
  'not-utf8': { zh: '内容不是 UTF-8，按 GB18030 读取', en: 'the content is not UTF-8, so it is read as GB18030' },
  'by-format': { zh: '此格式规定的编码', en: 'laid down by the format' },
  'dxf-code-page': { zh: '依据 DXF 代码页', en: 'from the code page of the DXF' },
  'declared-wrong': {
    zh: '声明的编码读不通，按内容判断',
    en: 'the declared encoding does not fit, so it is told from the content',
  },
} as const satisfies Record<string, Named>;
export type EncodingReason = keyof typeof encodingReasons;

export const crsReasons = {
  declared: { zh: '文件自己声明', en: 'declared by the file' },
  'geojson-default': { zh: 'GeoJSON 标准规定的默认坐标系', en: 'the default of the GeoJSON standard' },
  magnitude: { zh: '坐标大小符合，且落在本市', en: 'the magnitudes fit and it falls inside the city' },
  'magnitude-swapped': { zh: '横纵坐标对调后落在本市', en: 'with its axes swapped it falls inside the city' },
} as const satisfies Record<string, Named>;
export type CrsReason = keyof typeof crsReasons;

/** What the fields of a parcel are called in messages about columns. */
export const fieldWords: Record<ParcelField, Named> = {
  number: { zh: '地块编号', en: 'parcel number' },
  name: { zh: '名称', en: 'name' },
  area: { zh: '申报面积', en: 'declared area' },
  use: { zh: '用途', en: 'land use' },
  useCode: { zh: '地类编码', en: 'use code' },
  status: { zh: '状态', en: 'status' },
  tenure: { zh: '权属', en: 'tenure' },
  unit: { zh: '县区', en: 'unit' },
  plotRatio: { zh: '容积率', en: 'plot ratio' },
  buildingDensity: { zh: '建筑密度', en: 'building density' },
  heightLimit: { zh: '限高', en: 'height limit' },
  greenShare: { zh: '绿地率', en: 'green share' },
  price: { zh: '价格', en: 'price' },
  farmland: { zh: '是否农用地', en: 'farmland' },
};
