import type {
  ContiguityVerdict,
  ControlKind,
  Grade,
  LandUse,
  LeftoverKind,
  Named,
  PlotStatus,
  ReadingName,
  SurroundingKind,
  Tenure,
  Verdict,
} from '../contract';

/** The one translation of each term of the vocabulary, used by answers, exports and the page alike. */
export const verdictWords: Record<Verdict, Named> = {
  met: { zh: '符合', en: 'met' },
  unmet: { zh: '不符合', en: 'not met' },
  unknown: { zh: '资料不足', en: 'not enough data' },
};

export const contiguityWords: Record<ContiguityVerdict, Named> = {
  contiguous: { zh: '集中连片', en: 'contiguous' },
  nearly: { zh: '基本连片，待认定', en: 'nearly contiguous, for a ruling' },
  separate: { zh: '不连片', en: 'separate' },
  unknown: { zh: '资料不足', en: 'not enough data' },
};

export const readingWords: Record<ReadingName, Named> = {
  strict: { zh: '严格', en: 'strict' },
  normal: { zh: '常规', en: 'normal' },
  loose: { zh: '宽松', en: 'loose' },
};

export const leftoverWords: Record<LeftoverKind, Named> = {
  corner: { zh: '边角地', en: 'corner plot' },
  scattered: { zh: '插花地', en: 'scattered plot' },
  enclosed: { zh: '夹心地', en: 'enclosed plot' },
  manual: { zh: '待人工判定', en: 'undetermined' },
  'not-adjacent': { zh: '不相邻', en: 'not adjacent' },
  'too-large': { zh: '面积超限', en: 'too large' },
  unknown: { zh: '资料不足', en: 'not enough data' },
};

export const statusWords: Record<PlotStatus, Named> = {
  planned: { zh: '规划', en: 'planned' },
  'approved-not-supplied': { zh: '批而未供', en: 'approved, not supplied' },
  'on-offer': { zh: '正在供应', en: 'on offer' },
  'supplied-not-started': { zh: '供而未用', en: 'supplied, not started' },
  'under-construction': { zh: '在建', en: 'under construction' },
  'in-production': { zh: '已投产', en: 'in production' },
  inefficient: { zh: '低效用地', en: 'inefficient' },
  idle: { zh: '闲置土地', en: 'idle' },
  'taken-back': { zh: '收储', en: 'taken back' },
};

export const useWords: Record<LandUse, Named> = {
  industrial: { zh: '工业', en: 'industrial' },
  research: { zh: '科研', en: 'research' },
  logistics: { zh: '物流仓储', en: 'logistics' },
  commercial: { zh: '商业服务', en: 'commercial' },
  residential: { zh: '居住', en: 'residential' },
  public: { zh: '公共服务', en: 'public services' },
  green: { zh: '绿地', en: 'green space' },
  transport: { zh: '交通', en: 'transport' },
  water: { zh: '水域', en: 'water' },
  farmland: { zh: '农用地', en: 'farmland' },
  other: { zh: '其他', en: 'other' },
};

export const tenureWords: Record<Tenure, Named> = {
  state: { zh: '国有', en: 'state-owned' },
  collective: { zh: '集体', en: 'collective' },
  unknown: { zh: '权属未知', en: 'tenure not known' },
};

export const gradeWords: Record<Grade, Named> = {
  innovative: { zh: '创新型中小企业', en: 'innovative SME' },
  specialized: { zh: '专精特新中小企业', en: 'specialized SME' },
  'little-giant': { zh: '专精特新“小巨人”企业', en: 'little giant' },
  technology: { zh: '科技型中小企业', en: 'technology SME' },
};

export const surroundingWords: Record<SurroundingKind, Named> = {
  road: { zh: '道路', en: 'road' },
  expressway: { zh: '高速公路', en: 'expressway' },
  railway: { zh: '铁路', en: 'railway' },
  river: { zh: '河流', en: 'river' },
  ditch: { zh: '沟渠', en: 'ditch' },
  'green-belt': { zh: '绿化带', en: 'green belt' },
  'power-line': { zh: '电力线', en: 'power line' },
  'planning-edge': { zh: '规划边线', en: 'planning edge' },
  'county-boundary': { zh: '县界', en: 'county boundary' },
  parcel: { zh: '他人地块', en: "another party's plot" },
};

export const controlWords: Record<ControlKind, Named> = {
  'basic-farmland': { zh: '永久基本农田', en: 'permanent basic farmland' },
  'ecological-red-line': { zh: '生态保护红线', en: 'ecological red line' },
  'urban-growth-boundary': { zh: '城镇开发边界', en: 'urban growth boundary' },
  'industrial-block': { zh: '工业产业区块线', en: 'industrial block' },
};
