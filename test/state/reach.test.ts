/** Settings of reach from a project file, limits of bands, and the queue of one. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addCategory, renameCategory } from '../../src/core/network/editTree.ts';
import { toggleValue, WALK_V1_CHOICES } from '../../src/core/network/walkChoices.ts';
import { SEED_TREE } from '../../src/io/streets/seedTree.ts';
import { bandLimits, minutesOf } from '../../src/state/reach/bands.ts';
import { latestWins } from '../../src/state/reach/latest.ts';
import { DEFAULT_REACH, reachSettings, readReachSettings, withArea, writtenReach, type KeptReach } from '../../src/state/reach/settings.ts';

const SEED = 20_261;

const kept: fc.Arbitrary<KeptReach> = fc.record({
  limit: fc.oneof(
    fc.constant(null),
    fc.record({ by: fc.constant('metres' as const), metres: fc.integer({ min: 50, max: 5000 }) }),
    fc.record({ by: fc.constant('minutes' as const), minutes: fc.integer({ min: 1, max: 60 }), speedMetresPerSecond: fc.double({ min: 0.3, max: 3, noNaN: true }) }),
  ),
  walled: fc.boolean(),
  mapping: fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 4 }),
  facilityDatum: fc.constantFrom('CGCS2000' as const, 'GCJ-02' as const, 'BD-09' as const),
  gates: fc.array(fc.record({ at: fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })), access: fc.constantFrom('open' as const, 'residents' as const, 'closed' as const) }), { maxLength: 4 }),
  categories: fc.constantFrom(null, addCategory(SEED_TREE, '宠物诊所', 'publicService'), renameCategory(SEED_TREE, 'bank', '金融网点')),
  candidateDatum: fc.constantFrom('CGCS2000' as const, 'GCJ-02' as const, 'BD-09' as const),
  areas: fc.array(fc.tuple(fc.string(), fc.integer({ min: 0, max: 1_000_000 })), { maxLength: 4 }),
  walk: fc.constantFrom(null, { ...WALK_V1_CHOICES, barriers: true }, toggleValue(WALK_V1_CHOICES, 'classes', 'steps', false)),
});

describe('settings of reach', () => {
  it('come back as they were written, beside what else the record holds', () => {
    fc.assert(fc.property(kept, (settings) => {
      const record = writtenReach({ rules: { profile: 'xian' } }, settings);
      expect(readReachSettings(record)).toEqual(settings);
      expect(record).toHaveProperty('rules', { profile: 'xian' });
    }), { seed: SEED, numRuns: 40 });
  });

  it('never throw on anything, and give settings that can be asked with', () => {
    fc.assert(fc.property(fc.anything(), (value) => {
      const read = readReachSettings({ reach: value });
      expect(['CGCS2000', 'GCJ-02', 'BD-09']).toContain(read.facilityDatum);
      expect(typeof read.walled).toBe('boolean');
    }), { seed: SEED });
  });

  it('leave out what does not read, member by member', () => {
    const read = readReachSettings({ reach: { limit: { by: 'metres', metres: 9e9 }, walled: 'no', facilityDatum: 'NAD27', gates: [{ at: [200, 0], access: 'open' }, { at: [108, 34], access: 'shut' }, { at: [108, 34], access: 'closed' }], mapping: [['a'], ['便民', 'dailyGoods']], candidateDatum: 'EPSG:4490', areas: [['health', -1], ['plaza', '600'], ['elderlyCare', 750], 5] } });
    expect(read).toEqual({ ...DEFAULT_REACH, areas: [['elderlyCare', 750]], gates: [{ at: [108, 34], access: 'closed' }], mapping: [['便民', 'dailyGoods']] });
  });

  it('keep no tree and no filter that say what is shipped, or that do not read', () => {
    const shipped = { categories: SEED_TREE, walk: { ...WALK_V1_CHOICES, classes: [...WALK_V1_CHOICES.classes].reverse() } };
    for (const reach of [shipped, { categories: { groups: [], categories: [{ id: 'a' }] }, walk: 'walk-v1' }]) expect(readReachSettings({ reach })).toEqual(DEFAULT_REACH);
  });

  it('have one least area a category, the last typed; taken back there is none, and the worker is not asked with them', () => {
    const areas = withArea(withArea(withArea([], 'health', 300), 'plaza', 900), 'health', 0);
    expect(areas).toEqual([['plaza', 900], ['health', 0]]);
    expect(withArea(areas, 'health', null)).toEqual([['plaza', 900]]);
    const asked = reachSettings({ ...DEFAULT_REACH, areas, candidateDatum: 'BD-09' }, null);
    expect(asked).not.toHaveProperty('areas');
    expect(asked).not.toHaveProperty('candidateDatum');
  });

  it('take the distance of the rules where nothing was chosen', () => {
    expect(reachSettings(DEFAULT_REACH, 800).limit).toEqual({ by: 'metres', metres: 800 });
    expect(reachSettings(DEFAULT_REACH, null).limit).toEqual({ by: 'metres', metres: 1000 });
  });
});

describe('bands', () => {
  it('are 5, 10, 15 minutes at the speed', () => {
    expect(bandLimits({ by: 'minutes', minutes: 15, speedMetresPerSecond: 1.2 })).toEqual({ limitsMetres: [360, 720, 1080], speedMetresPerSecond: 1.2 });
    expect(bandLimits({ by: 'minutes', minutes: 10, speedMetresPerSecond: 1 }).limitsMetres).toEqual([300, 600]);
  });

  it('end in the limit and ascend, whatever it is', () => {
    fc.assert(fc.property(fc.integer({ min: 50, max: 5000 }), fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.3, max: 3, noNaN: true }), (metres, minutes, speedMetresPerSecond) => {
      for (const [limit, last] of [[{ by: 'metres', metres } as const, metres], [{ by: 'minutes', minutes, speedMetresPerSecond } as const, minutes * 60 * speedMetresPerSecond]] as const) {
        const { limitsMetres } = bandLimits(limit);
        expect(limitsMetres.at(-1)).toBeCloseTo(last, 6);
        for (let k = 1; k < limitsMetres.length; k++) expect(limitsMetres[k]!).toBeGreaterThan(limitsMetres[k - 1]!);
      }
    }), { seed: SEED });
  });

  it('tell minutes only where a speed is known', () => {
    expect(minutesOf(600, { by: 'minutes', minutes: 15, speedMetresPerSecond: 1 })).toBe(10);
    expect(minutesOf(600, { by: 'metres', metres: 1000 })).toBeNull();
  });
});

describe('one question under way, the latest wins', () => {
  it('asks the first and the last of what came meanwhile', async () => {
    const asked: number[] = [];
    let release: () => void = () => undefined;
    const ask = latestWins(async (argument: number) => {
      asked.push(argument);
      if (argument === 1) await new Promise<void>((resolve) => { release = resolve; });
    });
    const all = [ask(1), ask(2), ask(3), ask(4)];
    release();
    await Promise.all(all);
    expect(asked).toEqual([1, 4]);
    await ask(5);
    expect(asked).toEqual([1, 4, 5]);
  });

  it('goes on after one that failed', async () => {
    const asked: number[] = [];
    const ask = latestWins((argument: number) => {
      asked.push(argument);
      return argument === 1 ? Promise.reject(new Error('no')) : Promise.resolve();
    });
    await expect(ask(1)).rejects.toThrow('no');
    await ask(2);
    expect(asked).toEqual([1, 2]);
  });
});
