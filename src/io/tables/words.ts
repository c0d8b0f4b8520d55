/** Words of a few fixed values as tables write them; anything else is not guessed. */
import { readState } from '../../core/rules/state.ts';
import { settlementKind } from '../settlementKind.ts';

type Words = readonly (readonly [RegExp, string])[];

const TENURE: Words = [
  [/^(?:rented)$|租/i, 'rented'],
  [/^(?:lent)$|借用|无偿|共享|共用|免费使用/i, 'lent'],
  [/^(?:owned)$|自有|自建|购置|购买|移交|配建|产权|国有/i, 'owned'],
];
const PARTY_BODY: Words = [
  [/^generalBranch$|总支/i, 'generalBranch'],
  [/^branch$|支部/i, 'branch'],
  [/^committee$|党委|党工委/i, 'committee'],
];
const DISTRICT_KIND: Words = [
  [/^zone$|开发区|新区|管委会/i, 'zone'],
  [/^county$|县$/i, 'county'],
  [/^district$|区$/i, 'district'],
];

export interface WordReading {
  readonly value: string | null;
  readonly expected: string;
}

export const WORD_READERS: Readonly<Record<string, (text: string) => WordReading>> = {
  tenure: fixed(TENURE, '自有 / 租用 / 借用'),
  partyBody: fixed(PARTY_BODY, '党支部 / 党总支 / 党委'),
  districtKind: fixed(DISTRICT_KIND, '区 / 县 / 开发区'),
  kind: (text) => ({ value: settlementKind(text), expected: '城市 / 农村' }),
  state: (text) => ({ value: readState(text), expected: '正常 / 已拆未回迁 / 部分回迁 / 拟拆 / 在建 / 村改居' }),
};

function fixed(words: Words, expected: string): (text: string) => WordReading {
  return (text) => {
    const plain = text.normalize('NFKC').replace(/\s/g, '');
    return { value: words.find(([pattern]) => pattern.test(plain))?.[1] ?? null, expected };
  };
}
