import type { Reason } from './imports';

const exportAgain = { zh: '请从原软件重新导出后上传。', en: 'Export the file again from the software it came from.' };
const packAgain = {
  zh: '请把同名的 .shp、.shx、.dbf、.prj 放进一个普通 zip 后上传。',
  en: 'Put the .shp, .shx, .dbf and .prj of one name into one plain zip and upload that.',
};

const exportAsUsual = {
  zh: '请导出为 GeoPackage、shapefile（打包成 zip）、界址点 TXT、GeoJSON、XLSX 或 CSV 后上传。',
  en: 'Export it as GeoPackage, a zipped shapefile, boundary-point TXT, GeoJSON, XLSX or CSV, and upload that.',
};

/** Why a whole file cannot be placed on the map. The file itself is kept in every case. */
export const fileFailures = {
  'file-empty': {
    title: { zh: '空文件', en: 'empty file' },
    message: { zh: '「{file}」是空文件。', en: '“{file}” is empty.' },
    remedy: exportAgain,
  },
  'format-unsupported': {
    title: { zh: '格式不支持', en: 'format not read' },
    message: { zh: '「{file}」是 {found}，目前不能读取。', en: '“{file}” is {found}, which cannot be read here.' },
    remedy: exportAsUsual,
  },
  'format-unknown': {
    title: { zh: '认不出的文件', en: 'file not recognised' },
    message: {
      zh: '认不出「{file}」（{found}）里是什么数据。',
      en: 'What “{file}” ({found}) holds cannot be told.',
    },
    remedy: exportAsUsual,
  },
  'format-dwg': {
    title: { zh: '是 DWG 图', en: 'a DWG drawing' },
    message: {
      zh: '「{file}」是 {found}，格式不公开，不能读取。',
      en: '“{file}” is {found}, a closed format that is not read.',
    },
    remedy: {
      zh: '请在 CAD 中另存为 DXF（2000 至 2018 任一版本）后上传，地块须为闭合多段线。',
      en: 'Save it as DXF (any version from 2000 to 2018) in the CAD program, plots as closed polylines, and upload that.',
    },
  },
  'format-mdb': {
    title: { zh: '是 Access 数据库', en: 'an Access database' },
    message: { zh: '「{file}」是 {found}，不能读取。', en: '“{file}” is {found}, which is not read.' },
    remedy: {
      zh: '请在 ArcGIS 中把个人地理数据库的图层导出为 shapefile 或文件地理数据库，打包成 zip 后上传。',
      en: 'Export the layer from the personal geodatabase to a shapefile or file geodatabase, zip it and upload that.',
    },
  },
  'format-vct': {
    title: { zh: '是 VCT 交换文件', en: 'a VCT exchange file' },
    message: {
      zh: '「{file}」是 VCT 交换格式，不能读取。',
      en: '“{file}” is in the VCT exchange format, which is not read.',
    },
    remedy: {
      zh: '请用原数据库软件转换为 shapefile 或文件地理数据库，打包成 zip 后上传。',
      en: 'Convert it to a shapefile or file geodatabase with the software it came from, zip it and upload that.',
    },
  },
  'format-xls': {
    title: { zh: '是旧版 Excel', en: 'an old Excel file' },
    message: { zh: '「{file}」是 {found}，不能读取。', en: '“{file}” is {found}, which is not read.' },
    remedy: {
      zh: '请在 Excel 或 WPS 中另存为 .xlsx 或 .csv 后上传。',
      en: 'Save it as .xlsx or .csv and upload that.',
    },
  },
  'format-packed': {
    title: { zh: '压缩格式不支持', en: 'another kind of archive' },
    message: {
      zh: '「{file}」是 {found} 压缩包，只能读取 zip。',
      en: '“{file}” is packed as {found}; only zip is opened.',
    },
    remedy: { zh: '请解开后用普通 zip 重新打包。', en: 'Unpack it and pack it again as a plain zip.' },
  },
  'format-picture': {
    title: { zh: '是图片或文档', en: 'a picture or document' },
    message: {
      zh: '「{file}」是 {found}，没有可读取的坐标。',
      en: '“{file}” is {found} and holds no coordinates that can be read.',
    },
    remedy: {
      zh: '请向出图单位索取矢量数据（shapefile、DXF 或界址点 TXT）。',
      en: 'Ask whoever drew it for the vector data: a shapefile, DXF or boundary-point TXT.',
    },
  },
  'format-loose-part': {
    title: { zh: '只有一个组成文件', en: 'one part of several' },
    message: {
      zh: '「{file}」（{found}）只是数据的一个组成文件，单独不能读取。',
      en: '“{file}” ({found}) is one part of a set and cannot be read alone.',
    },
    remedy: packAgain,
  },
  'format-gml': {
    title: { zh: '是 GML', en: 'a GML file' },
    message: { zh: '「{file}」是 {found}，不能读取。', en: '“{file}” is {found}, which is not read.' },
    remedy: exportAsUsual,
  },
  'file-damaged': {
    title: { zh: '文件损坏', en: 'file damaged' },
    message: {
      zh: '「{file}」按名称应是 {found}，内容却不是，多半没有传完整。',
      en: '“{file}” should be {found} by its name, but its content is not: most likely it was cut short.',
    },
    remedy: exportAgain,
  },
  'file-too-large-whole': {
    title: { zh: '此格式的文件过大', en: 'too large for its format' },
    message: {
      zh: '「{file}」超过 {limit}，而此格式必须整个读入内存。',
      en: '“{file}” is larger than {limit}, and its format has to be held in memory whole.',
    },
    remedy: {
      zh: '请导出为 GeoJSONSeq（每行一个要素）或 GeoPackage 后上传，这两种不受此限。',
      en: 'Export it as GeoJSONSeq (a feature on each line) or GeoPackage, which have no such limit, and upload that.',
    },
  },
  'line-too-long': {
    title: { zh: '单行过长', en: 'a line too long' },
    message: {
      zh: '「{file}」有一行超过 {limit} 字节，不是每行一个要素的文件。',
      en: '“{file}” has a line of more than {limit} bytes: it does not hold a feature on each line.',
    },
    remedy: exportAgain,
  },
  'xml-doctype': {
    title: { zh: '含有 DTD', en: 'carries a DTD' },
    message: {
      zh: '「{file}」带有 DTD 或实体声明，出于安全不予读取。',
      en: '“{file}” carries a DTD or declares entities; for safety it is not read.',
    },
    remedy: { zh: '请从 GIS 软件重新导出，正常导出的文件不含 DTD。', en: 'Export it again: no GIS writes a DTD.' },
  },
  'xml-too-deep': {
    title: { zh: '嵌套过深', en: 'nested too deeply' },
    message: { zh: '「{file}」嵌套超过 {limit} 层。', en: '“{file}” is nested more than {limit} levels deep.' },
    remedy: exportAgain,
  },
  'xml-broken': {
    title: { zh: '不是有效的 XML', en: 'not valid XML' },
    message: {
      zh: '「{file}」在第 {line} 行附近读不下去：{detail}。',
      en: '“{file}” is not whole and valid XML; it breaks near line {line}: {detail}.',
    },
    remedy: exportAgain,
  },
  'csv-broken': {
    title: { zh: 'CSV 有误', en: 'CSV broken' },
    message: {
      zh: '「{file}」在第 {line} 行附近读不下去，多半是引号没有成对。',
      en: '“{file}” breaks near line {line}: most likely a quotation mark is not closed.',
    },
    remedy: {
      zh: '请在 Excel 或 WPS 中打开核对，另存为 .xlsx 后上传。',
      en: 'Open it in a spreadsheet, check it, and upload it as .xlsx.',
    },
  },
  'too-many-vertices': {
    title: { zh: '坐标行过多', en: 'too many rows of coordinates' },
    message: {
      zh: '「{file}」的界址点超过 {limit} 行，不能按表成图。',
      en: '“{file}” lists more than {limit} vertices, too many to draw from a table.',
    },
    remedy: { zh: '请拆分，或导出为 GeoPackage。', en: 'Split it, or export it as GeoPackage.' },
  },
  'txt-without-plots': {
    title: { zh: '没有地块', en: 'no plots inside' },
    message: {
      zh: '「{file}」像界址点文件，但没有一个地块，也没有一行坐标。',
      en: '“{file}” looks like a boundary-point file but holds neither a plot nor a row of coordinates.',
    },
    remedy: exportAgain,
  },
  'gdal-broken': {
    title: { zh: '文件损坏或读不通', en: 'damaged or unreadable' },
    message: {
      zh: '「{file}」读取时出错，为免漏读已整体拒绝：{detail}。',
      en: '“{file}” could not be read without error and is refused whole, so that nothing is lost: {detail}.',
    },
    remedy: exportAgain,
  },
  'layer-missing': {
    title: { zh: '没有此图层', en: 'no such layer' },
    message: { zh: '「{file}」中没有图层「{layer}」。', en: '“{file}” holds no layer “{layer}”.' },
    remedy: { zh: '请重新选择图层。', en: 'Choose another layer.' },
  },
  'layer-count-differs': {
    title: { zh: '记录数不符', en: 'count of records differs' },
    message: {
      zh: '「{file}」的图层「{layer}」自称有 {says} 条记录，实际读出 {found} 条。',
      en: 'Layer “{layer}” of “{file}” says it holds {says} records; {found} could be read.',
    },
    remedy: exportAgain,
  },
  'zip-several-files': {
    title: { zh: '压缩包里有多份数据', en: 'several data sets inside' },
    message: { zh: '压缩包里有多份数据：{found}。', en: 'The archive holds several data sets: {found}.' },
    remedy: { zh: '请每次只打包一份。', en: 'Pack one at a time.' },
  },
  'html-not-data': {
    title: { zh: '是网页，不是数据', en: 'a web page, not data' },
    message: {
      zh: '「{file}」的内容是网页（HTML），多半是下载时保存了登录页或错误页。',
      en: '“{file}” holds a web page (HTML): most likely a sign-in or error page was saved instead of the data.',
    },
    remedy: { zh: '请重新下载数据文件本身。', en: 'Download the data file itself again.' },
  },
  'json-broken': {
    title: { zh: '不是有效的 JSON', en: 'not valid JSON' },
    message: {
      zh: '「{file}」不是完整、有效的 JSON：在第 {line} 行、全文第 {character} 个字符附近读不下去。',
      en: '“{file}” is not whole and valid JSON: it breaks near line {line}, character {character} of the text.',
    },
    remedy: exportAgain,
  },
  'json-too-deep': {
    title: { zh: '嵌套过深', en: 'nested too deeply' },
    message: {
      zh: '「{file}」嵌套超过 {limit} 层，不是正常的 GeoJSON。',
      en: '“{file}” is nested more than {limit} levels deep, which no GeoJSON is.',
    },
    remedy: exportAgain,
  },
  'not-geojson': {
    title: { zh: '不是 GeoJSON', en: 'not GeoJSON' },
    message: {
      zh: '「{file}」是 JSON，但不是要素集合（FeatureCollection）：{detail}。',
      en: '“{file}” is JSON but not a FeatureCollection: {detail}.',
    },
    remedy: exportAgain,
  },
  'no-records': {
    title: { zh: '没有记录', en: 'no records' },
    message: { zh: '「{file}」里一条记录也没有。', en: '“{file}” holds no record.' },
    remedy: exportAgain,
  },
  'too-many-records': {
    title: { zh: '记录过多', en: 'too many records' },
    message: {
      zh: '「{file}」有 {count} 条记录，上限 {limit} 条。',
      en: '“{file}” holds {count} records; the limit is {limit}.',
    },
    remedy: { zh: '请按县或乡镇拆分后分批导入。', en: 'Split it by county or town and import the parts.' },
  },
  'records-short': {
    title: { zh: '记录数不符', en: 'count does not hold' },
    message: {
      zh: '「{file}」称有 {told} 条记录，实际读到 {count} 条，未写入任何一条。',
      en: '“{file}” says that it holds {told} records, but {count} were found; none has been written.',
    },
    remedy: exportAgain,
  },
  'file-too-heavy': {
    title: { zh: '内存不足', en: 'too heavy to read' },
    message: { zh: '读取「{file}」所需内存超过上限。', en: 'Reading “{file}” needs more memory than is allowed.' },
    remedy: { zh: '请拆分文件后分批导入。', en: 'Split the file and import the parts.' },
  },
  'zip-broken': {
    title: { zh: '压缩包损坏', en: 'archive damaged' },
    message: { zh: '压缩包「{file}」无法打开：{detail}。', en: 'The archive “{file}” cannot be opened: {detail}.' },
    remedy: packAgain,
  },
  'zip-encrypted': {
    title: { zh: '压缩包有密码', en: 'archive has a password' },
    message: { zh: '压缩包中的「{entry}」有密码。', en: '“{entry}” in the archive is protected by a password.' },
    remedy: { zh: '请去掉密码后重新打包。', en: 'Pack it again without a password.' },
  },
  'zip-too-large': {
    title: { zh: '解压后过大', en: 'too large when unpacked' },
    message: {
      zh: '压缩包解压后将超过 {limit}（压缩比异常时也按此处理），已停止，未解压。',
      en: 'Unpacked, the archive would exceed {limit}, or it inflates beyond reason; it was stopped before unpacking.',
    },
    remedy: { zh: '请只打包地块图层，或拆分后上传。', en: 'Pack only the parcel layer, or split it.' },
  },
  'zip-too-many-files': {
    title: { zh: '压缩包文件过多', en: 'too many files in the archive' },
    message: {
      zh: '压缩包里有 {count} 个文件，上限 {limit} 个。',
      en: 'The archive holds {count} files; the limit is {limit}.',
    },
    remedy: packAgain,
  },
  'zip-bad-path': {
    title: { zh: '压缩包路径可疑', en: 'unsafe path in the archive' },
    message: {
      zh: '压缩包中的路径「{entry}」不安全，未解压。',
      en: 'The path “{entry}” in the archive is unsafe; nothing was unpacked.',
    },
    remedy: packAgain,
  },
  'zip-nested': {
    title: { zh: '压缩包套压缩包', en: 'archive within an archive' },
    message: { zh: '压缩包里还有压缩包「{entry}」。', en: 'The archive holds another archive, “{entry}”.' },
    remedy: {
      zh: '请先解开里层，再把地块图层单独打包。',
      en: 'Unpack the inner one and pack the parcel layer by itself.',
    },
  },
  'zip-without-shapefile': {
    title: { zh: '没有可读取的数据', en: 'no data inside' },
    message: {
      zh: '压缩包里没有可读取的数据，只有：{found}。',
      en: 'The archive holds no data that can be read, only: {found}.',
    },
    remedy: packAgain,
  },
  'shp-part-missing': {
    title: { zh: '缺少组成文件', en: 'a part is missing' },
    message: {
      zh: '「{layer}」缺少 {part}；没有它就没有地块编号等属性。',
      en: '“{layer}” lacks its {part}; without it there are no parcel numbers or other attributes.',
    },
    remedy: packAgain,
  },
  'shp-broken': {
    title: { zh: 'shapefile 损坏', en: 'shapefile damaged' },
    message: { zh: '「{part}」已损坏：{detail}。', en: '“{part}” is damaged: {detail}.' },
    remedy: exportAgain,
  },
  'shp-type-unread': {
    title: { zh: '图形类型不支持', en: 'kind of shape not read' },
    message: { zh: '「{layer}」是 {type} 图层，不能读取。', en: '“{layer}” is a layer of {type}, which is not read.' },
    remedy: { zh: '请导出为普通的点、线、面图层。', en: 'Export it as a layer of plain points, lines or polygons.' },
  },
  'shp-counts-differ': {
    title: { zh: '各部分记录数不一致', en: 'parts disagree on the count' },
    message: {
      zh: '「{layer}」各部分记录数不一致：.shp {shapes} 条，.dbf {rows} 条，.shx {index} 条，图形与属性无法可靠对应。',
      en: '“{layer}” disagrees with itself: .shp {shapes}, .dbf {rows}, .shx {index} records; shapes and attributes cannot be matched safely.',
    },
    remedy: exportAgain,
  },
  'datum-to-be-converted': {
    title: { zh: '待转换坐标基准', en: 'datum to be converted' },
    message: {
      zh: '「{file}」采用 {datum}，需用受控参数转换到 CGCS2000；系统不擅自平移，文件已原样保存。',
      en: '“{file}” is in {datum}, which needs controlled parameters to reach CGCS2000. Nothing is shifted silently; the file is kept as it came.',
    },
    remedy: {
      zh: '请由测绘部门转换为 CGCS2000 后重新上传。',
      en: 'Have the surveying office convert it to CGCS2000 and upload the result.',
    },
  },
  'crs-unsupported': {
    title: { zh: '坐标系不支持', en: 'coordinate system not read' },
    message: {
      zh: '「{file}」声明的坐标系「{declared}」不在支持之列。',
      en: '“{file}” declares “{declared}”, a coordinate system that is not read here.',
    },
    remedy: {
      zh: '请导出为 CGCS2000 经纬度或三度带坐标。',
      en: 'Export it in CGCS2000 degrees or a 3-degree zone.',
    },
  },
  'crs-cannot-be-told': {
    title: { zh: '坐标系无法判断', en: 'coordinate system cannot be told' },
    message: {
      zh: '「{file}」没有说明坐标系，坐标范围 {range} 在任何常用坐标系下都不落在本市。',
      en: '“{file}” names no coordinate system, and its coordinates ({range}) fall inside the city in none of the usual ones.',
    },
    remedy: {
      zh: '请补上 .prj 或写明坐标系后重新上传。',
      en: 'Add the .prj or state the coordinate system and upload again.',
    },
  },
  'replace-in-use': {
    title: { zh: '正在使用', en: 'in use' },
    message: {
      zh: '「{file}」缺少的内容正被 {holders} 使用，不能替换；未写入任何一条。',
      en: 'What “{file}” lacks is used by {holders}, so it cannot replace the earlier import; nothing has been written.',
    },
    remedy: {
      zh: '请先将其移出，或改用「按编号更新」。',
      en: 'Take it out there first, or choose to update by number instead.',
    },
  },
  'file-gone': {
    title: { zh: '文件已清除', en: 'file cleared away' },
    message: {
      zh: '「{file}」一直没有写入，已过保留期限，文件于 {at}（北京时间）清除；没有写入任何内容。',
      en: '“{file}” was never written and was kept for its time; the file was cleared away at {at} (China time). Nothing was written.',
    },
    remedy: {
      zh: '仍要导入，请重新上传文件；保留天数由管理员在 IMPORT_KEEP_DAYS 中设置。',
      en: 'To import it after all, upload the file again; how long files are kept is set by IMPORT_KEEP_DAYS.',
    },
  },
  'took-too-long': {
    title: { zh: '超过时限', en: 'out of time' },
    message: {
      zh: '「{file}」在 {minutes} 分钟内没有处理完，已停止，没有写入；文件已保存。',
      en: '“{file}” was not done within {minutes} minutes and has been stopped; nothing was written, the file is kept.',
    },
    remedy: {
      zh: '请分成几个文件导入，或请管理员调大 IMPORT_MINUTES。',
      en: 'Split the file, or ask your administrator to raise IMPORT_MINUTES.',
    },
  },
  'reading-failed': {
    title: { zh: '读取中断', en: 'reading was cut short' },
    message: {
      zh: '读取「{file}」多次中断，已停止；文件已保存。',
      en: 'Reading “{file}” was cut short several times and has been stopped; the file is kept.',
    },
    remedy: {
      zh: '请稍后重试；仍不行请把编号告诉管理员。',
      en: 'Try again later; if it fails again, tell your administrator.',
    },
  },
} as const satisfies Record<string, Reason>;
export type FileFailure = keyof typeof fileFailures;
