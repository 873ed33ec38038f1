/** Why a plot is taken for a leftover plot of a kind, and what is missing to tell. Shares are shown as percentages. */
export const leftoverMessages = {
  'leftover-not-adjacent': {
    zh: '与园区（含园内道路）相距超过 {reachMetres} 米，不相邻。',
    en: 'It lies more than {reachMetres} m from the park and its streets: not adjacent.',
  },
  'leftover-too-large': {
    zh: '面积 {areaMu} 亩，超过单宗上限 {limitMu} 亩。',
    en: 'Its {areaMu} mu are over the limit of {limitMu} mu for a single plot.',
  },
  'leftover-at-limit': {
    zh: '面积 {areaMu} 亩处于上限 {limitMu} 亩的临界带内，须核实实测面积。',
    en: 'Its {areaMu} mu are at the limit of {limitMu} mu: check the surveyed area.',
  },
  'leftover-scattered': {
    zh: '与园区相互嵌入：园区嵌入地块 {parkIntoPlot}，地块嵌入园区 {plotIntoPark}，贴合边界 {contactShare}。',
    en: 'Park and plot wedge into each other: park into plot {parkIntoPlot}, plot into park {plotIntoPark}, boundary in contact {contactShare}.',
  },
  'leftover-enclosed-contact': {
    zh: '边界的 {contactShare} 与园区贴合（不低于 {limit}）。',
    en: '{contactShare} of its boundary is in contact with the park (at least {limit}).',
  },
  'leftover-enclosed-around': {
    zh: '环视 {enclosure} 的方向遇到园区（不低于 {limit}）。',
    en: 'The park is met in {enclosure} of all directions (at least {limit}).',
  },
  'leftover-enclosed-between': {
    zh: '分 {contactRuns} 段与园区贴合，共占边界 {contactShare}，且 {plotIntoPark} 位于园区围合之内。',
    en: 'It is in contact with the park in {contactRuns} runs, {contactShare} of its boundary, and {plotIntoPark} of it lies within the park’s reach.',
  },
  'leftover-corner': {
    zh: '被线性廊道或规划边界切出：边界 {edgeShare} 临边，{contactShare} 与园区贴合。',
    en: 'It is cut off against a corridor or planning edge: {edgeShare} of its boundary runs along one, {contactShare} is in contact with the park.',
  },
  'leftover-manual': {
    zh: '不符合任何一类的量测条件（贴合 {contactShare}，临边 {edgeShare}，环视遇园 {enclosure}），须人工判定。',
    en: 'No class fits (in contact {contactShare}, along an edge {edgeShare}, park around {enclosure}): left to a person.',
  },
  'leftover-undecided': {
    zh: '不是插花地或夹心地（贴合 {contactShare}，环视遇园 {enclosure}）；是否为边角地尚不能判定。',
    en: 'Neither scattered nor enclosed (in contact {contactShare}, park around {enclosure}); whether it is a corner plot cannot be told.',
  },
  'leftover-edges-missing': {
    zh: '缺少该处的廊道与规划边界图层，无法判定边角地。',
    en: 'No corridors or planning edges are loaded for this ground, so that a corner plot cannot be told.',
  },
  'leftover-streets-missing': {
    zh: '缺少该处的道路图层；若间隔为园内道路，结论可能不同。',
    en: 'No roads are loaded for this ground; if a street of the park lies between, the answer may differ.',
  },
} as const;

/** The code of a sentence about a leftover plot. */
export type LeftoverCode = keyof typeof leftoverMessages;

/** Arguments that are shares of one, to be shown as percentages. */
export const leftoverShares: ReadonlySet<string> = new Set([
  'contactShare',
  'edgeShare',
  'enclosure',
  'parkIntoPlot',
  'plotIntoPark',
  'limit',
]);
