/** Numbers in words: a text takes its parameters, English the word that the number takes, and no catalogue is malformed. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en/index.ts';
import { translate } from '../../src/i18n/index.ts';
import { zh } from '../../src/i18n/zh/index.ts';

describe('translate', () => {
  it('puts parameters in, and the word that the number takes', () => {
    expect([1, 2, '1', 0].map((steps) => translate('en', 'kept.steps', { steps }))).toEqual(['1 step', '2 steps', '1 step', '0 steps']);
    expect(translate('zh', 'kept.steps', { steps: 1 })).toBe('1 步');
  });

  it('without the number takes the plural; what is not given stands', () => {
    expect(translate('en', 'rules.unit.areas')).toBe('areas');
    expect(translate('en', 'rules.unit.areas', { count: 1 })).toBe('area');
    expect(translate('zh', 'kept.steps', { constructor: 1 })).toBe('{steps} 步');
  });

  it('no text stands in two catalogues: the later would be read for both', async () => {
    for (const language of ['zh', 'en']) {
      const folder = `src/i18n/${language}`;
      const parts = await Promise.all(readdirSync(folder).filter((file) => file !== 'index.ts').map((file) => import(`../../${folder}/${file}`) as Promise<Record<string, Record<string, string>>>));
      const keys = parts.flatMap((part) => Object.values(part).flatMap((catalogue) => Object.keys(catalogue)));
      expect(keys.length, language).toBeGreaterThan(1000);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at), language).toEqual([]);
    }
  });

  it('English asks for no parameter that Chinese does not give; words with a number only in English', () => {
    const names = (text: string) => new Set([...text.matchAll(/\{(\w+)[^{}]*\}/gu)].map(([, name]) => name));
    const UNIT = /^rules\.unit\./u;
    const strangers = Object.entries(zh).flatMap(([key, text]) => [...names(en[key as keyof typeof zh])].filter((name) => !names(text).has(name) && !UNIT.test(key)).map((name) => `${key} ${name}`));
    expect(strangers).toEqual([]);
    expect(Object.values(zh).filter((text) => text.includes('|') && /\{\w+\|/u.test(text))).toEqual([]);
    expect(Object.entries(en).filter(([, text]) => /\{|\}/u.test(text.replace(/\{\w+(?:\|[^|{}]*\|[^|{}]*)?\}/gu, ''))).map(([key]) => key)).toEqual([]);
  });
});
