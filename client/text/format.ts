import type { Named } from '../../data/contract/vocabulary';
import { type Language, useLanguage } from './i18n';

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const squareMetresPerMu = 2000 / 3;
const muPerHectare = 15;

/** Formatters of one language. Areas come in mu or m², money in CNY, shares as fractions. */
export interface Format {
  number(value: number, digits?: number): string;
  /** `12.34 亩` */
  mu(areaMu: number): string;
  /** `0.8227 公顷` of an area in mu. */
  hectares(areaMu: number): string;
  /** Mu with two decimals and hectares with four, together. */
  area(areaMu: number): string;
  areaOfSquareMetres(areaSquareMetres: number): string;
  squareMetres(areaSquareMetres: number): string;
  metres(lengthMetres: number): string;
  /** One decimal; beside a limit, as many digits as it takes to differ from it. */
  share(fraction: number, limit?: number): string;
  /** In 万元 (ten thousand yuan). */
  money(amountCny: number): string;
  /** The full yuan, for the tip. */
  yuan(amountCny: number): string;
  /** Dates stay as written: `2026-11-23`. */
  date(iso: string): string;
  /** Date and minute of a timestamp in local time, `2026-11-23 09:05`. */
  time(iso: string): string;
  name(named: Named): string;
  /** Words one after another, with the comma of the language. */
  list(words: readonly string[]): string;
  /** A word and what it is, `结论：符合`. */
  said(word: string, value: string): string;
  /** Statements one after another, with the semicolon of the language. */
  statements(said: readonly string[]): string;
  /** Document and article of a clause, `行动方案 三（二）3`; articles are counted in Chinese in either language. */
  clause(clause: { document: string; article: string }): string;
}

/** Digits that a figure needs to read differently from its limit, at least `least`, at most `most`. */
export function digitsBeside(value: number, limit: number | undefined, least: number, most = 8): number {
  if (limit === undefined || value === limit) return least;
  let digits = least;
  while (digits < most && value.toFixed(digits) === limit.toFixed(digits)) digits += 1;
  return digits;
}

const two = (value: number) => String(value).padStart(2, '0');

function makeFormat(language: Language): Format {
  const locale = locales[language];
  const zh = language === 'zh';
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const mu = (areaMu: number) => `${number(areaMu, 2)} ${zh ? '亩' : 'mu'}`;
  const hectares = (areaMu: number) => `${number(areaMu / muPerHectare, 4)} ${zh ? '公顷' : 'ha'}`;
  const area = (areaMu: number) => `${mu(areaMu)} · ${hectares(areaMu)}`;
  return {
    number,
    mu,
    hectares,
    area,
    areaOfSquareMetres: (areaSquareMetres) => area(areaSquareMetres / squareMetresPerMu),
    squareMetres: (areaSquareMetres) => `${number(areaSquareMetres, 1)} m²`,
    metres: (lengthMetres) => `${number(lengthMetres, lengthMetres < 100 ? 1 : 0)} ${zh ? '米' : 'm'}`,
    share: (fraction, limit) => {
      const digits = digitsBeside(fraction * 100, limit === undefined ? undefined : limit * 100, 1);
      return `${number(fraction * 100, digits)} %`;
    },
    money: (amountCny) => `${number(amountCny / 10_000, 2)} ${zh ? '万元' : '× 10,000 CNY'}`,
    yuan: (amountCny) => `${number(amountCny, 2)} ${zh ? '元' : 'CNY'}`,
    date: (iso) => iso.slice(0, 10),
    time: (iso) => {
      const at = new Date(iso);
      const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
      return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
    },
    name: (named) => named[language],
    list: (words) => words.join(zh ? '、' : ', '),
    said: (word, value) => `${word}${zh ? '：' : ': '}${value}`,
    statements: (said) => said.join(zh ? '；' : '; '),
    clause: ({ document, article }) => `${document} ${article.replaceAll('(', '（').replaceAll(')', '）')}`,
  };
}

const formats: Record<Language, Format> = { zh: makeFormat('zh'), en: makeFormat('en') };

/** Formatters of the given language, for code outside components and for tests. */
export const formatOf = (language: Language): Format => formats[language];

/** Formatters of the page's language. */
export const useFormat = (): Format => formats[useLanguage()];
