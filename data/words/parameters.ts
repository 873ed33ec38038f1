import type { Named } from '../contract';

/** What each parameter of an analysis is called, and the unit its value carries. */
export const parameterWords: Record<string, { name: Named; unit: 'metres' | 'share' | 'count' | 'years' | 'plain' }> = {
  snapMetres: { name: { zh: '贴合容差', en: 'Snap' }, unit: 'metres' },
  minSharedMetres: { name: { zh: '最短共边', en: 'Shortest shared boundary' }, unit: 'metres' },
  sharedPerimeterShare: { name: { zh: '共边占较短周长', en: 'Share of the shorter perimeter' }, unit: 'share' },
  parallelDegrees: { name: { zh: '平行容差（度）', en: 'Parallel within (degrees)' }, unit: 'plain' },
  overlapSquareMetres: { name: { zh: '重叠面积下限（平方米）', en: 'Smallest overlap (m²)' }, unit: 'plain' },
  overlapThicknessMetres: { name: { zh: '重叠厚度下限', en: 'Thinnest overlap' }, unit: 'metres' },
  maxGapMetres: { name: { zh: '常规口径最大间距', en: 'Widest gap, normal reading' }, unit: 'metres' },
  looseGapMetres: { name: { zh: '宽松口径最大间距', en: 'Widest gap, loose reading' }, unit: 'metres' },
  ownParcelShare: {
    name: { zh: '视为本园地块的重合占比', en: 'Share from which a parcel is the park’s own' },
    unit: 'share',
  },
  edgeErrorMetres: { name: { zh: '邻地界线误差带', en: 'Edge strip of other people’s parcels' }, unit: 'metres' },
  nearlyShare: { name: { zh: '基本连片的最大片占比', en: 'Largest piece for nearly contiguous' }, unit: 'share' },
  specializedFirms: { name: { zh: '专精特新企业数', en: 'Specialized SMEs' }, unit: 'count' },
  outputShare: {
    name: { zh: '创新型以上企业产值占比', en: 'Output share of innovative SMEs and above' },
    unit: 'share',
  },
  outputYear: { name: { zh: '产值年份', en: 'Year of output' }, unit: 'plain' },
  outputBasis: { name: { zh: '产值口径', en: 'Which output of a firm' }, unit: 'plain' },
  outputFirms: { name: { zh: '计入分母的企业', en: 'Firms in the denominator' }, unit: 'plain' },
  technologyCounts: { name: { zh: '科技型中小企业是否计入', en: 'Whether technology SMEs count' }, unit: 'plain' },
  years: { name: { zh: '等级有效期', en: 'Years a grade is valid' }, unit: 'years' },
  anniversaryCounts: {
    name: { zh: '届满日是否仍有效', en: 'Whether the third anniversary is still valid' },
    unit: 'plain',
  },
};
