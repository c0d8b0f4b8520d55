/** Pure parts of the page of reach: sorting with unknowns, who gains, names of categories. */
import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { FACILITY_WORDS } from '../../src/io/streets/facilityCategories.ts';
import { gainOf } from '../../src/ui/reach/gain.ts';
import { bandText, categoryName } from '../../src/ui/reach/reachWords.ts';
import { sortedBy } from '../../src/ui/reach/sortRows.ts';
import { circleCountText } from '../../src/ui/reachChange/changeWords.ts';
import type { ReachHomeRow } from '../../src/worker/reachProtocol.ts';

const home = (community: string | null, people: number | null, gained: boolean): ReachHomeRow => ({ id: 0, name: '', at: [0, 0], unit: null, community, households: people, people, metres: null, has: 'yes', gained, missing: [] });

describe('tables of reach', () => {
  it('put what is unknown last, whichever way they are sorted, and keep the order of equals', () => {
    const rows = [{ id: 'a', v: 2 }, { id: 'b', v: null }, { id: 'c', v: 1 }, { id: 'd', v: 2 }];
    expect(sortedBy(rows, ({ v }) => v, false).map(({ id }) => id)).toEqual(['c', 'a', 'd', 'b']);
    expect(sortedBy(rows, ({ v }) => v, true).map(({ id }) => id)).toEqual(['a', 'd', 'c', 'b']);
  });

  it('sum who gains by community, the most people first', () => {
    expect(gainOf([home('甲', 10, true), home('乙', 30, true), home('甲', 5, true), home('甲', 99, false), home(null, null, true)])).toEqual({ people: 45, households: 45, communities: [{ name: '乙', people: 30 }, { name: '甲', people: 15 }, { name: null, people: 0 }] });
  });

  it('have a word for every category in both languages', () => {
    for (const language of ['zh', 'en'] as const) for (const id of Object.keys(FACILITY_WORDS)) expect(categoryName(translator(language), id)).not.toBe(language === 'zh' ? id : '');
    expect(categoryName(translator('zh'), 'library|culture')).toBe('图书室或文化活动');
    expect(categoryName(translator('zh'), '自定义')).toBe('自定义');
  });

  it('write bands in minutes where a speed is known, else in metres', () => {
    expect(bandText(translator('zh'), { minutes: 15, metres: 1080 })).toBe('15 min');
    expect(bandText(translator('zh'), { minutes: 14.999_999_999, metres: 1080 })).toBe('15 min');
    expect(bandText(translator('zh'), { minutes: null, metres: 1000 })).toBe('1,000 m');
  });

  it('tell communities that are known to have the circle apart from those of which it is unknown', () => {
    const [zh, en] = [translator('zh'), translator('en')];
    const text = (complete: number, unknown: number) => [zh, en].map((t) => circleCountText(t, { complete, unknown, communities: 12 }));
    expect(text(0, 3)).toEqual(['0（另有 3 个不明）', '0 (3 more unknown)']);
    expect(text(4, 0)).toEqual(['4', '4']);
    expect(text(0, 12)).toEqual([null, null]);
  });
});
