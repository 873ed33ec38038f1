import type { Named } from '../contract';

/** What is said of a source where nothing was given, told in both languages since a source has one text for it. */
export const sourceWords = {
  senderUnknown: { zh: '来文单位未填', en: 'sender not given' },
  asGiven: { zh: '以来文单位所附为准', en: 'as given by the sender' },
} satisfies Record<string, Named>;

/** A text that is told in both languages at once. */
export const inBoth = ({ zh, en }: Named): string => `${zh} / ${en}`;

/** A text of a source in the reader's language, where it is one of ours that is told in both. */
export function sourceTextIn(text: string, lang: 'zh' | 'en'): string {
  return Object.values(sourceWords).find((words) => inBoth(words) === text)?.[lang] ?? text;
}
