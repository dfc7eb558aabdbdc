// The language of the page: its words, and how it writes numbers, dates and lists.
import type { Language } from '../generated';
import { usePlace } from '../route';
import { en, type Words } from './en';
import { ko } from './ko';

export interface Tongue {
  code: 'en' | 'ko';
  /** As the endpoint calls it. */
  language: Language;
  w: Words;
  n: (value: number) => string;
  /** A day such as 2026-11-22, written out. */
  day: (iso: string) => string;
  list: (items: string[]) => string;
}

function tongue(code: 'en' | 'ko', locale: string, w: Words): Tongue {
  const number = new Intl.NumberFormat(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    code,
    language: code === 'ko' ? 'KO' : 'EN',
    w,
    n: (value) => number.format(value),
    day: (iso) => day.format(new Date(`${iso}T00:00:00Z`)),
    list: (items) => list.format(items),
  };
}

export const tongues = { en: tongue('en', 'en-GB', en), ko: tongue('ko', 'ko-KR', ko) };

/** The language that the browser asks for, as far as there is a choice. */
export function preferred(): 'en' | 'ko' {
  return navigator.languages.find((l) => /^(en|ko)\b/i.test(l))?.slice(0, 2).toLowerCase() === 'ko' ? 'ko' : 'en';
}

export function useTongue(): Tongue {
  return tongues[usePlace().get('lang') === 'ko' ? 'ko' : 'en'];
}
