import type { ControlKind, SurroundingKind } from '../../../../data/contract';
import { controlKind, surroundingKind } from '../../../../data/contract';

type CorridorKind = Exclude<SurroundingKind, 'parcel'>;

/**
 * Words and codes of what lies around plots, the narrower before the wider: classes of the land survey (GB/T 21010, four
 * digits from 10 and 11), of spatial planning (12, 14, 17), and the words of bureaus and of OpenStreetMap.
 */
const corridorNames: readonly (readonly [RegExp, CorridorKind])[] = [
  [/规划.*(边|红线|道路红线|界)|planning[ -]?edge/i, 'planning-edge'],
  [/县界|区界|市界|行政.*界|county[ -]?boundary|^boundary$/i, 'county-boundary'],
  [/高速|快速路|expressway|^(motorway|trunk)(_link)?$/i, 'expressway'],
  [/铁路|高铁|轨道|railway|^rail$|^(1001|1002|1201|1206)$/i, 'railway'],
  [/沟渠|沟|渠|ditch|drain|canal|^1107A?$/i, 'ditch'],
  [/河|江|溪|水系|水域|river|stream|^water(way)?$|^(1101|1701)$/i, 'river'],
  [/绿化|绿地|绿带|防护林|green/i, 'green-belt'],
  [/^(1401|1402)$/, 'green-belt'],
  [/电力|高压|输电|供电|power/i, 'power-line'],
  [
    /路|街|road|street|^(primary|secondary|tertiary|residential|service|unclassified)(_link)?$|^(1003|1004|1006|1202|1207)$/i,
    'road',
  ],
];
const controlNames: readonly (readonly [RegExp, ControlKind])[] = [
  [/基本农田|basic[ -]?farmland/i, 'basic-farmland'],
  [/生态|ecological/i, 'ecological-red-line'],
  [/开发边界|urban[ -]?growth/i, 'urban-growth-boundary'],
  [/工业|产业区块|industrial/i, 'industrial-block'],
];

/** The kind of corridor that a word or a class code names. */
export function readCorridorKind(text: string): CorridorKind | null {
  const known = surroundingKind.exclude(['parcel']).safeParse(text);
  return known.data ?? corridorNames.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The kind of control line that a word names. */
export function readControlKind(text: string): ControlKind | null {
  return controlKind.safeParse(text).data ?? controlNames.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The level of an industrial block, also within its name. */
export function readLevel(text: string): 1 | 2 | null {
  if (/一级|Ⅰ|^(1|I|1\.0)$|level[ -]?(1|one)/i.test(text)) return 1;
  return /二级|Ⅱ|^(2|II|2\.0)$|level[ -]?(2|two)/i.test(text) ? 2 : null;
}
