import type { Reason } from './imports';

const exportAgain = { zh: '请从原软件重新导出后上传。', en: 'Export the file again from the software it came from.' };
const packAgain = {
  zh: '请把同名的 .shp、.shx、.dbf、.prj 放进一个普通 zip 后上传。',
  en: 'Put the .shp, .shx, .dbf and .prj of one name into one plain zip and upload that.',
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
    remedy: {
      zh: '请导出为 GeoJSON 或 shapefile（打包成 zip）后上传。',
      en: 'Export it as GeoJSON, or as a shapefile in a zip, and upload that.',
    },
  },
  'html-not-data': {
    title: { zh: '是网页，不是数据', en: 'a web page, not data' },
    message: {
      zh: '「{file}」的内容是网页(HTML)，多半是下载时保存了登录页或错误页。',
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
      zh: '「{file}」是 JSON，但不是要素集合(FeatureCollection):{detail}。',
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
    title: { zh: '没有 shapefile', en: 'no shapefile inside' },
    message: { zh: '压缩包里没有 .shp，只有：{found}。', en: 'There is no .shp in the archive, only: {found}.' },
    remedy: packAgain,
  },
  'zip-several-layers': {
    title: { zh: '有多个图层', en: 'several layers inside' },
    message: { zh: '压缩包里有多个图层：{found}。', en: 'The archive holds several layers: {found}.' },
    remedy: { zh: '请每次只打包一个地块图层。', en: 'Pack one parcel layer at a time.' },
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
  'shp-not-polygons': {
    title: { zh: '不是面图层', en: 'not a polygon layer' },
    message: { zh: '「{layer}」是 {type} 图层，不是面图层。', en: '“{layer}” is a layer of {type}, not of polygons.' },
    remedy: { zh: '请选择地块面图层导出。', en: 'Export the layer of parcel polygons.' },
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
