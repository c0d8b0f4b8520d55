/**
 * Every word a person sees. zh-CN is the source: its keys are the type, English must satisfy it.
 * `{name}` in a text is replaced from `params`; `{name|one|many}` by the word that the number takes. Core and io return ids and numbers, never sentences.
 */
import { zh } from './zh/index.ts';
import { en } from './en/index.ts';

export type Language = 'zh' | 'en';
export type MessageKey = keyof typeof zh;
export type Params = Record<string, string | number>;

export function translate(language: Language, key: MessageKey, params: Params = {}): string {
  const text: string = (language === 'zh' ? zh : en)[key];
  return text.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    if (!Object.hasOwn(params, name)) return many ?? whole;
    const value = String(params[name]);
    return one === undefined || many === undefined ? value : value === '1' ? one : many;
  });
}

/** A translator for one language: what report, ui and cli hand round. */
export type Translate = (key: MessageKey, params?: Params) => string;

export function translator(language: Language): Translate {
  return (key, params) => translate(language, key, params);
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(zh, key);
}
