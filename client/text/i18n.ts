import { createInstance } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';

export type Language = 'zh' | 'en';

/** The one i18next instance; resources join it area by area through `defineText`. */
export const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: 'zh',
  fallbackLng: 'zh',
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

/** Keys of one area, carried as a type so that a misspelt key does not compile. */
export interface Text<K extends string> {
  readonly area: string;
  readonly keys?: K;
}
type English<K extends string> = Record<K, string> & Partial<Record<`${K}_one`, string>>;

/**
 * Registers the words of one area in both languages and returns the handle for `useText`.
 * English must have the same keys as Chinese; a key may add `<key>_one` for the English singular (pass `count`).
 */
export function defineText<K extends string>(
  area: string,
  words: { zh: Record<K, string>; en: English<NoInfer<K>> },
): Text<K> {
  i18n.addResourceBundle('zh', area, words.zh);
  i18n.addResourceBundle('en', area, words.en);
  return { area };
}

export type Say<K extends string> = (key: K, values?: Record<string, string | number>) => string;

/** Returns the typed `t(key, values)` of one area; the component re-renders when the language changes. */
export function useText<K extends string>(text: Text<K>): Say<K> {
  const { t } = useTranslation(text.area, { i18n });
  return useCallback((key: string, values) => t(key, { ...values, ns: text.area }), [t, text.area]);
}

/** The language the page speaks now. */
export function useLanguage(): Language {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return current.language === 'en' ? 'en' : 'zh';
}
