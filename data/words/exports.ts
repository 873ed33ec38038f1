import type { ExportFormat, ExportWhat, Named } from '../contract';

/** What a format does to a part of what is exported. Each loss has words, and each is held to them by a test. */
export type ExportLoss =
  | 'shape-dropped'
  | 'types-text'
  | 'names-short'
  | 'text-cut'
  | 'signs-of-gbk'
  | 'formula-apostrophe'
  | 'empty-is-blank'
  | 'few-columns'
  | 'parting-signs'
  | 'number-and-class'
  | 'label-signs'
  | 'holes-as-lines'
  | 'parts-as-rings'
  | 'degrees-wgs84'
  | 'digits-tenth-millimetre'
  | 'notice-in-header'
  | 'crs-not-stored'
  | 'dates-text';

/** The losses in words, as the dialog and the documentation say them. */
export const lossWords: Record<ExportLoss, Named> = {
  'shape-dropped': {
    zh: '不含图形，只留中心点坐标',
    en: 'no shapes, only the coordinates of a centre point',
  },
  'types-text': { zh: '数字与日期都成为文字', en: 'numbers and dates become text' },
  'dates-text': { zh: '日期成为文字', en: 'dates become text' },
  'names-short': {
    zh: '字段名用拼音首字母（不超过 10 字节），中文名写在随附说明里',
    en: 'field names are pinyin initials of at most ten bytes; the full names are in the note beside',
  },
  'text-cut': {
    zh: '文字超过 254 字节即截断，截断处列在随附说明里',
    en: 'text is cut at 254 bytes; what was cut is listed in the note beside',
  },
  'signs-of-gbk': {
    zh: '用 GBK 编码时，GBK 没有的字写作“?”',
    en: 'in GBK, signs that GBK does not have are written as “?”',
  },
  'formula-apostrophe': {
    zh: '以 = + - @ 开头的文字前加一个撇号',
    en: 'text that starts with = + - @ is led by an apostrophe',
  },
  'empty-is-blank': { zh: '“未知”与空白不再区分', en: 'unknown and empty text are no longer told apart' },
  'few-columns': {
    zh: '只保留编号、名称、用途和地类编码；面积按写出的坐标在所选平面上计算',
    en: 'only number, name, use and use code are kept; the area is that of the coordinates in the plane chosen',
  },
  'parting-signs': {
    zh: '文字里的逗号写作顿号，@ 写作“(at)”，等号写作空格',
    en: 'commas in text become “、”, @ becomes (at), an equals sign a blank',
  },
  'holes-as-lines': {
    zh: '面成为闭合多段线，洞也是一条线',
    en: 'ground becomes closed polylines; a hole is one more',
  },
  'number-and-class': {
    zh: '属性只留编号（注记）和类别（图层）',
    en: 'of the attributes only number (as text) and class (as layer) are kept',
  },
  'label-signs': {
    zh: '编号里的 " \\ { } 写作空格',
    en: 'the signs " \\ { } in a number become blanks',
  },
  'parts-as-rings': {
    zh: '一宗多块写作同一地块下依次编号的环，读入时按包含关系分辨洞与另一块',
    en: 'parts of one plot are rings numbered on under the same plot; a reader tells hole from part by containment',
  },
  'degrees-wgs84': {
    zh: '坐标只能是经纬度，标为 WGS84（与 CGCS2000 相差不到 1 毫米的椭球差）',
    en: 'coordinates can only be degrees, labelled WGS84 (the ellipsoids differ by less than a millimetre)',
  },
  'digits-tenth-millimetre': { zh: '坐标写到 0.1 毫米', en: 'coordinates are written to 0.1 mm' },
  'notice-in-header': {
    zh: '来源、许可与“示意图”声明不在文件内，只在下载响应头 X-Export-Notice 里',
    en: 'source, licence and the notice are not in the file but in the response header X-Export-Notice',
  },
  'crs-not-stored': {
    zh: '坐标系只以注释写明，软件不会自动识别',
    en: 'the coordinate system is told in a comment only',
  },
};

interface FormatFacts {
  readonly title: Named;
  readonly about: Named;
  readonly extension: string;
  readonly mediaType: string;
  /** Which coordinate systems it may be in. */
  readonly crs: 'any' | 'projected' | 'degrees';
  readonly shapes: boolean;
  readonly asksEncoding: boolean;
  readonly losses: readonly ExportLoss[];
}

/** What each format is, and all that it loses: the one table behind the dialog, the documentation and the tests. */
export const exportFormats: Record<ExportFormat, FormatFacts> = {
  xlsx: {
    title: { zh: 'Excel 表格', en: 'Excel table' },
    about: { zh: '带格式的清单，另附说明页', en: 'a typed table with a page of notes' },
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    crs: 'any',
    shapes: false,
    asksEncoding: false,
    losses: ['shape-dropped'],
  },
  csv: {
    title: { zh: 'CSV 表格', en: 'CSV table' },
    about: { zh: '纯文本清单，UTF-8 带 BOM', en: 'plain text, UTF-8 with a byte order mark' },
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    crs: 'any',
    shapes: false,
    asksEncoding: false,
    losses: ['shape-dropped', 'types-text', 'formula-apostrophe', 'empty-is-blank', 'notice-in-header'],
  },
  shp: {
    title: { zh: 'Shapefile', en: 'Shapefile' },
    about: { zh: '压缩包，附 .prj、.cpg 与说明', en: 'zipped, with .prj, .cpg and notes' },
    extension: 'zip',
    mediaType: 'application/zip',
    crs: 'any',
    shapes: true,
    asksEncoding: true,
    losses: ['signs-of-gbk', 'text-cut', 'names-short'],
  },
  txt: {
    title: { zh: '界址点 TXT', en: 'Boundary-point TXT' },
    about: { zh: '勘测定界报盘格式，X 为北坐标', en: 'the surveyors’ format; X is northing' },
    extension: 'txt',
    mediaType: 'text/plain',
    crs: 'projected',
    shapes: true,
    asksEncoding: true,
    losses: [
      'few-columns',
      'types-text',
      'parting-signs',
      'parts-as-rings',
      'digits-tenth-millimetre',
      'signs-of-gbk',
      'empty-is-blank',
    ],
  },
  gpkg: {
    title: { zh: 'GeoPackage', en: 'GeoPackage' },
    about: { zh: '桌面 GIS 的单文件，最不失真', en: 'one file for desktop GIS, the most faithful' },
    extension: 'gpkg',
    mediaType: 'application/geopackage+sqlite3',
    crs: 'any',
    shapes: true,
    asksEncoding: false,
    losses: [],
  },
  geojson: {
    title: { zh: 'GeoJSON', en: 'GeoJSON' },
    about: { zh: '网页与程序常用', en: 'for the web and for programs' },
    extension: 'geojson',
    mediaType: 'application/geo+json',
    crs: 'any',
    shapes: true,
    asksEncoding: false,
    losses: ['dates-text'],
  },
  dxf: {
    title: { zh: 'CAD (DXF)', en: 'CAD (DXF)' },
    about: { zh: '按类别分层，编号为注记', en: 'a layer for each class, numbers as text' },
    extension: 'dxf',
    mediaType: 'image/vnd.dxf',
    crs: 'any',
    shapes: true,
    asksEncoding: false,
    losses: ['number-and-class', 'holes-as-lines', 'label-signs', 'signs-of-gbk', 'crs-not-stored'],
  },
  kml: {
    title: { zh: 'KML', en: 'KML' },
    about: { zh: '地球浏览软件', en: 'for globe viewers' },
    extension: 'kml',
    mediaType: 'application/vnd.google-earth.kml+xml; charset=utf-8',
    crs: 'degrees',
    shapes: true,
    asksEncoding: false,
    losses: ['degrees-wgs84', 'types-text', 'empty-is-blank'],
  },
};

/** Names of what is exported, as file names and sheets have them. */
export const exportWhatWords: Record<ExportWhat, Named> = {
  parcels: { zh: '地块', en: 'Parcels' },
  leftover: { zh: '零散地', en: 'Leftover plots' },
  parks: { zh: '园区', en: 'Parks' },
  firms: { zh: '企业', en: 'Firms' },
  units: { zh: '培育单元', en: 'Units' },
};

/** What every file says of itself. */
export const exportNoteWords = {
  notes: { zh: '说明', en: 'Notes' },
  content: { zh: '内容', en: 'Content' },
  count: { zh: '记录数', en: 'Records' },
  date: { zh: '导出日期', en: 'Exported on' },
  source: { zh: '数据来源', en: 'Source' },
  licence: { zh: '许可', en: 'Licence' },
  sample: { zh: '样例数据', en: 'Sample data' },
  sampleYes: {
    zh: '含虚构的样例数据，与任何真实单位无关',
    en: 'holds invented sample data that stands for nobody',
  },
  crs: { zh: '坐标系', en: 'Coordinate system' },
  ruleset: { zh: '判定规则集', en: 'Ruleset of the findings' },
  notice: { zh: '声明', en: 'Notice' },
  noticeText: {
    zh: '示意图，不作为划界依据；系统研判，待认定',
    en: 'For illustration, not for delimitation; suspected by the system, for the bureau to determine',
  },
  approval: { zh: '审图号', en: 'Map approval number' },
  approvalNone: { zh: '（待填）', en: '(to be filled in)' },
  internal: { zh: '使用范围', en: 'For whom' },
  internalText: { zh: '内部资料，不得公开', en: 'internal, not to be published' },
  spans: { zh: '跨带', en: 'Zones' },
  spansText: {
    zh: '图形跨 39、40 两个三度带，全部按上述坐标系换算',
    en: 'the ground lies in two 3-degree zones; all of it is given in the system above',
  },
  schematic: { zh: '边界', en: 'Outlines' },
  schematicText: { zh: '部分单元边界为示意', en: 'some outlines are schematic' },
  field: { zh: '字段', en: 'Field' },
  cut: { zh: '截断', en: 'Cut' },
  signs: { zh: '缺字', en: 'Signs lost' },
  record: { zh: '第 {n} 条', en: 'record {n}' },
} satisfies Record<string, Named>;

/** How a parcel's unit is known. */
export const unitBasisWords = {
  stored: { zh: '已登记', en: 'on record' },
  'zone-layer': { zh: '按区划图层', en: 'by the zone layer' },
  county: { zh: '按县界', en: 'by the county line' },
  schematic: { zh: '按示意边界推测', en: 'suspected, by a schematic outline' },
  none: { zh: '无', en: 'none' },
} satisfies Record<string, Named>;

/** Small words of cells. */
export const exportCellWords = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  draft: { zh: '草案', en: 'draft' },
  official: { zh: '正式', en: 'official' },
  suspected: { zh: '疑似{kind}', en: 'suspected {kind}' },
  accept: { zh: '同意研判', en: 'accepted' },
  change: { zh: '改认', en: 'changed' },
  reject: { zh: '不认定', en: 'rejected' },
  unruled: { zh: '未认定', en: 'not ruled on' },
  county: { zh: '县（市、区）', en: 'county' },
  'management-zone': { zh: '管委会', en: 'management zone' },
  context: { zh: '背景', en: 'context' },
} satisfies Record<string, Named>;

/** Every column that an export may hold: its heading, and the field name of at most ten bytes. */
export const exportColumns = {
  number: { zh: '地块编号', en: 'Parcel number', short: 'DKBH' },
  name: { zh: '地块名称', en: 'Parcel name', short: 'DKMC' },
  title: { zh: '名称', en: 'Name', short: 'MC' },
  unit: { zh: '培育单元', en: 'Unit', short: 'PYDY' },
  unitBasis: { zh: '单元依据', en: 'Unit known by', short: 'DYYJ' },
  use: { zh: '用途', en: 'Use', short: 'TDYT' },
  useCode: { zh: '地类编码', en: 'Use code', short: 'DLBM' },
  status: { zh: '状态', en: 'Status', short: 'DKZT' },
  tenure: { zh: '权属', en: 'Tenure', short: 'QSXZ' },
  squareMetres: { zh: '面积（平方米）', en: 'Area (m²)', short: 'DKMJ' },
  mu: { zh: '面积（亩）', en: 'Area (mu)', short: 'MJMU' },
  hectares: { zh: '面积（公顷）', en: 'Area (ha)', short: 'MJGQ' },
  planar: { zh: '平面面积（平方米）', en: 'Planar area (m²)', short: 'PMMJ' },
  planarCrs: { zh: '平面坐标系', en: 'Planar system', short: 'PMZB' },
  declared: { zh: '申报面积（平方米）', en: 'Declared area (m²)', short: 'SBMJ' },
  plotRatio: { zh: '容积率', en: 'Plot ratio', short: 'RJL' },
  density: { zh: '建筑密度', en: 'Building density', short: 'JZMD' },
  height: { zh: '建筑限高（米）', en: 'Height limit (m)', short: 'JZXG' },
  green: { zh: '绿地率', en: 'Green share', short: 'LDL' },
  price: { zh: '成交价（元）', en: 'Price (CNY)', short: 'CJJ' },
  farmland: { zh: '是否农用地', en: 'Farmland', short: 'SFNYD' },
  park: { zh: '所属园区', en: 'Park', short: 'SSYQ' },
  beside: { zh: '相邻园区', en: 'Beside park', short: 'XLYQ' },
  leftover: { zh: '零散地类别', en: 'Leftover kind', short: 'LSDLB' },
  because: { zh: '理由', en: 'Because', short: 'LY' },
  missing: { zh: '还缺', en: 'Missing', short: 'HQ' },
  contact: { zh: '贴合边界占比', en: 'Share in contact', short: 'THZB' },
  edge: { zh: '临边占比', en: 'Share along an edge', short: 'LBZB' },
  enclosure: { zh: '环视遇园占比', en: 'Share of directions', short: 'HSZB' },
  inscribed: { zh: '内切圆直径（米）', en: 'Inscribed width (m)', short: 'NQKD' },
  standing: { zh: '现行类别', en: 'Class that holds', short: 'XXLB' },
  decision: { zh: '认定', en: 'Ruling', short: 'RD' },
  office: { zh: '认定单位', en: 'Office', short: 'RDDW' },
  ruledOn: { zh: '认定日期', en: 'Ruled on', short: 'RDRQ' },
  document: { zh: '依据文件', en: 'Document', short: 'YJWJ' },
  actor: { zh: '认定人', en: 'Ruled by', short: 'RDR' },
  reason: { zh: '认定理由', en: 'Reason', short: 'RDLY' },
  kind: { zh: '类别', en: 'Kind', short: 'LB' },
  theme: { zh: '主题', en: 'Theme', short: 'ZT' },
  members: { zh: '地块数', en: 'Parcels', short: 'DKS' },
  titleVerdict: { zh: '命名条件判定', en: 'Title finding', short: 'MMPD' },
  contiguity: { zh: '连片判定', en: 'Contiguity', short: 'LPPD' },
  awarded: { zh: '已命名', en: 'Title awarded', short: 'YMM' },
  uscc: { zh: '统一社会信用代码', en: 'Credit code', short: 'XYDM' },
  firm: { zh: '企业名称', en: 'Firm', short: 'QYMC' },
  segment: { zh: '细分领域', en: 'Segment', short: 'XFLY' },
  grade: { zh: '现行等级', en: 'Grade today', short: 'XXDJ' },
  grades: { zh: '等级记录', en: 'Grades on record', short: 'DJJL' },
  /** One column for each year. */
  output: { zh: '{year}年产值（元）', en: 'Output {year} (CNY)', short: 'CZ' },
  tax: { zh: '{year}年纳税（元）', en: 'Tax {year} (CNY)', short: 'NS' },
  belt: { zh: '片区', en: 'Belt', short: 'PQ' },
  parks: { zh: '园区数', en: 'Parks', short: 'YQS' },
  free: { zh: '可供面积（亩）', en: 'Free supply (mu)', short: 'KGMJ' },
  leftoverCount: { zh: '零散地数', en: 'Leftover plots', short: 'LSDS' },
  schematic: { zh: '示意边界', en: 'Schematic outline', short: 'SYBJ' },
  source: { zh: '数据来源', en: 'Source', short: 'SJLY' },
  sample: { zh: '样例', en: 'Sample', short: 'SFYL' },
  longitude: { zh: '中心经度', en: 'Centre longitude', short: 'ZXJD' },
  latitude: { zh: '中心纬度', en: 'Centre latitude', short: 'ZXWD' },
  northing: { zh: '中心点 X（北）', en: 'Centre X (north)', short: 'ZXX' },
  easting: { zh: '中心点 Y（东）', en: 'Centre Y (east)', short: 'ZXY' },
} satisfies Record<string, Named & { short: string }>;
export type ExportColumn = keyof typeof exportColumns;
