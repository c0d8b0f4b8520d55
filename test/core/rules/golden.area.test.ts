/** Classes, money by place and year, the scorecard and what unknown communities do to a rate (policy sheet §2, §7, §8). */
import { describe, expect, it } from 'vitest';
import { known } from '../../../src/core/rules/fact.ts';
import type { GivenFacts } from '../../../src/core/rules/facts.ts';
import type { ScoreRow } from '../../../src/core/rules/indicator.ts';
import type { SizeClass, Verdict } from '../../../src/core/rules/vocabulary.ts';
import type { ResolvedProfile } from '../../../src/core/rules/resolveProfile.ts';
import { assessed, resolved } from './golden.ts';

const xian = resolved('xian');
const weihai = resolved('weihai');

type ClassRow = readonly [given: GivenFacts, expected: SizeClass, proposal: string | null, basis: string | null];
function classes(profile: ResolvedProfile, rows: readonly ClassRow[]): void {
  it.each(rows)('%j is %s', (given, expected, proposal, basis) => {
    const [only] = assessed(profile, [given]).communities;
    expect([only!.class, only!.proposal, only!.classBasis]).toEqual([expected, proposal, basis]);
  });
}

describe('class by households', () => {
  classes(xian, [
    [{ households: 5001 }, 'superLarge', 'split', 'resident'], // more than 5,000
    [{ households: 5000 }, 'inRange', null, 'resident'], // the bound itself
    [{ households: 1000, people: 99 }, 'inRange', null, 'resident'], // only people is out: the class stays
    [{ households: 999, people: 9000 }, 'micro', 'merge', 'resident'], // 999 < 1,000; people change nothing
    [{ people: 15001 }, 'superLarge', 'split', 'people'], // households missing: people decides, marked
    [{ people: 4999 }, 'micro', 'merge', 'people'], // households missing: 4,999 < 5,000 people
    [{ people: 5000 }, 'inRange', null, 'people'], // 5,000 people: the bound itself
    [{ householdsRegistered: 999 }, 'micro', 'merge', 'registered'], // resident count missing: registered 999 < 1,000
    [{}, 'unknown', null, null], // neither households nor people known
    [{ households: 999, state: 'demolished' }, 'planAhead', 'integrateOnResettlement', 'resident'], // not plain micro
    [{ households: 1000, state: 'demolished' }, 'inRange', null, 'resident'], // 1,000: the bound itself, whatever the state
  ]);
});

describe('class by either, by both', () => {
  const by = (which: 'either' | 'both'): ResolvedProfile => ({ ...xian, classification: { ...xian.classification, by: which } });
  classes(by('either'), [
    [{ households: 4000, people: 15001 }, 'superLarge', 'split', 'resident'], // people alone are out
    [{ households: 2000, people: 4999 }, 'micro', 'merge', 'resident'], // people alone are out: 4,999 < 5,000
    [{ households: 5001, people: 4999 }, 'superLarge', 'split', 'resident'], // contradiction: households lead
    [{ households: 2000 }, 'unknown', null, null], // people might be out
  ]);
  classes(by('both'), [
    [{ households: 5001, people: 15000 }, 'inRange', null, 'resident'], // households are out, 15,000 people are not
    [{ households: 5001, people: 15001 }, 'superLarge', 'split', 'resident'], // both are out: 5,001 > 5,000, 15,001 > 15,000
    [{ households: 999, people: 4999 }, 'micro', 'merge', 'resident'], // both are out: 999 < 1,000, 4,999 < 5,000
    [{ households: 5001 }, 'unknown', null, null], // people might be in range
  ]);
});

describe('no band', () => {
  classes(weihai, [[{ households: 9000 }, 'noBand', null, null]]); // Weihai sets none
});

type MoneyRow = readonly [profile: 'xian' | 'weihai', given: GivenFacts, year: number, knownYuan: number, unknown: number];
describe('money a year', () => {
  it.each<MoneyRow>([
    ['xian', {}, 2026, 250_000, 2], // 130,000 + 120,000; both halves of the pay depend on a sum that nobody gave
    ['xian', { districtKind: 'county' }, 2026, 200_000, 2], // 130,000 + 70,000
    ['xian', { zone: '高新区', entrusted: true, route: '2' }, 2026, 250_000, 2], // 130,000 + 120,000 by the zone
    ['xian', { zone: '港区', entrusted: false, route: '1' }, 2026, 250_000, 2], // not entrusted: by the district
    ['xian', { zone: '西咸新区', entrusted: true, route: 'xixian' }, 2024, 250_000, 1], // alone, 2024–2026
    ['xian', { zone: '西咸新区', entrusted: true, route: 'xixian' }, 2026, 250_000, 1], // 130,000 + 120,000, in the last of the three years
    ['xian', { zone: '西咸新区', entrusted: true, route: 'xixian' }, 2027, 0, 2], // the new fiscal system: unknown
    ['xian', { zone: '西咸新区', entrusted: true, route: 'xixian' }, 2023, 0, 0], // before the transition the document says nothing
    ['xian', { zone: null }, 2026, 0, 7], // Xixian or not, zone or district: funds of city, district, zone, Xixian and three pays are all open
    ['weihai', { households: 1750, district: '环翠区' }, 2024, 263_000, 2], // 63,000 + 200,000
    ['weihai', { households: 1000, district: '环翠区' }, 2024, 260_000, 2], // at least 60,000, + 200,000
    ['weihai', { households: 1750, district: '荣成市' }, 2024, 263_000, 1], // the city pays no share there
    ['weihai', { households: 1750, district: '环翠区' }, 2018, 263_000, 1], // the city pays from 2019
    ['weihai', { kind: 'rural', households: 1750 }, 2024, 0, 0], // urban only
    ['weihai', { district: '环翠区' }, 2024, 200_000, 3], // households unknown
  ])('%# %s %j', (id, given, year, yuan, unknown) => {
    const { money } = assessed(id === 'xian' ? xian : weihai, [given], { year }).communities[0]!;
    expect([money.knownYuanPerYear, money.unknownItems]).toEqual([yuan, unknown]);
  });

  it('the city pays for five, half of the average pay', () => {
    const { money } = assessed(weihai, [{ households: 1000, district: '环翠区' }], { year: 2024, averagePayYuan: 80_000 }).communities[0]!;
    // 5 × 50 % × 80,000 = 200,000
    expect(money.items.find(({ entry }) => entry === 'pay.city')).toMatchObject({ yuanPerYear: 200_000, payer: 'city' });
  });
});

type RateRow = readonly [indicator: string, all: readonly GivenFacts[], actual: number | null, verdict: Verdict, knownCount: number, unknownCount: number];
const times = (count: number, given: GivenFacts): GivenFacts[] => Array.from({ length: count }, () => given);
const yes = { indicator10: true };
const no = { indicator10: false };

describe('scorecard rows for a city', () => {
  it.each<RateRow>([
    ['row10', [...times(3, yes), ...times(7, no)], 30, 'pass', 10, 0], // 3 / 10 = 30 %, at least 30 %
    ['row10', [...times(29, yes), ...times(71, no)], 29, 'fail', 100, 0], // 29 %
    ['row10', [...times(31, yes), ...times(69, no)], 31, 'pass', 100, 0], // 31 / 100; 30 % is asked
    ['row10', [...times(3, yes), ...times(6, no), {}], 100 / 3, 'pass', 9, 1], // 3 / 9; if the unknown one has not: 3 / 10 = 30 %
    ['row10', [...times(3, yes), ...times(6, no), {}, {}], 100 / 3, 'unknown', 9, 2], // 3 / 11 = 27.3 % would undo it
    ['row10', [...times(1, yes), ...times(9, no), {}], 10, 'fail', 10, 1], // even if it has: 2 / 11 = 18.2 %
    ['row10', [{}, {}], null, 'unknown', 0, 2], // nobody known, two unknown: no rate
    ['row1', [{ indicator1: true }, { indicator1: true }], 100, 'pass', 2, 0], // 2 / 2; 100 % is asked
    ['row1', [{ indicator1: true }, {}], 100, 'unknown', 1, 1], // 100 % of the known, 50 % at worst
    ['row1', [{ indicator1: true }, { indicator1: false }, {}], 50, 'fail', 2, 1], // 100 % is out of reach
    ['row4', [{ floorAreaSquareMetres: 1 }, { floorAreaSquareMetres: 0 }], 50, 'fail', 2, 0], // one of two has rooms: 1 / 2; 100 % is asked
    ['row4', [{ kind: 'rural', floorAreaSquareMetres: 1 }], null, 'notApplicable', 0, 0], // no urban community
    ['row5', [{ floorAreaSquareMetres: 600, elderlyAreaSquareMetres: 0 }, { floorAreaSquareMetres: 600, elderlyAreaSquareMetres: 1 }], 50, 'fail', 2, 0], // 600 and 599
    ['row5', [{ floorAreaSquareMetres: 600 }], null, 'unknown', 0, 1], // rooms for the elderly unknown
    ['row6', [{ kind: 'rural', floorAreaSquareMetres: 40 }], 100, 'pass', 1, 0], // 1 / 1 has rooms
    ['row7', [{ kind: 'rural', floorAreaSquareMetres: 250 }, { kind: 'rural', floorAreaSquareMetres: 249 }], 50, 'fail', 2, 0], // 250 reaches 250, 249 does not: 1 / 2
    ['row8', [{ floorAreaSquareMetres: 1000, activityAreaSquareMetres: 700 }, { floorAreaSquareMetres: 1000, activityAreaSquareMetres: 500 }], 60, 'pass', 2, 0], // 1,200 / 2,000
    ['row8', [{ floorAreaSquareMetres: 1000, activityAreaSquareMetres: 600 }, { floorAreaSquareMetres: 100 }], 60, 'unknown', 1, 1], // 600 / 1,100 = 54.5 % at worst
    ['row8', [{ floorAreaSquareMetres: 1000, activityAreaSquareMetres: 100 }, { floorAreaSquareMetres: 100 }], 10, 'fail', 1, 1], // 200 / 1,100 at best
    ['row9', [{ plazaSquareMetres: 1000 }, { plazaSquareMetres: 999 }], 50, 'pass', 2, 0], // half of them
    ['row17', [{ people: 10000, toddlerPlaces: 47 }], 4.7, 'fail', 1, 0], // 47 / 10,000 × 1,000
    ['row17', [{ people: 10000, toddlerPlaces: 48 }], 4.8, 'pass', 1, 0], // 48 / 10,000 × 1,000; 4.8 are asked
    ['row18', [{ circleSharePercent: 90 }, { circleSharePercent: 89 }], 50, 'fail', 2, 0], // 90 reaches 90, 89 does not: 1 / 2
    ['row19', [{ kind: 'rural', circleSharePercent: 90 }, { kind: 'rural', circleSharePercent: 0 }], 50, 'pass', 2, 0], // 30 % is asked
    ['row23', [{ socialOrganisations: 12 }, { socialOrganisations: 9 }], 9, 'fail', 2, 0], // every one: the lowest is 9
    ['row23', [{ socialOrganisations: 12 }, {}], 12, 'unknown', 1, 1], // 12 of the one known; 10 are asked, the other may have less
    ['row24', [{ kind: 'rural', socialOrganisations: 5 }], 5, 'pass', 1, 0], // lowest 5; 5 are asked
    ['extra.organisations', [{ kind: 'rural', socialOrganisations: 5 }], 5, 'fail', 1, 0], // XA23 asks 10 of every one
    ['row25', [{ people: 10000, workers: 20 }, { people: 10000, workers: 16 }], 18, 'pass', 2, 0], // 36 / 20,000 × 10,000
    ['row25', [{ people: 10000, workers: 20 }, { people: 10000, workers: 15 }], 17.5, 'fail', 2, 0], // 35
    ['row25', [{ people: 10000, workers: 20 }, { people: 10000 }], 20, 'unknown', 1, 1], // 20 / 20,000 at worst
    ['row26', [{ fullTime: 5 }, { fullTime: 9 }], 5, 'pass', 2, 0], // lowest 5, highest 9: both within 5–9
    ['row26', [{ fullTime: 5 }, { fullTime: 10 }], 10, 'fail', 2, 0], // farthest out: 10
    ['row27', [{ certified: 5 }], 5, 'pass', 1, 0], // lowest 5; 5 are asked
    ['row28', [{ volunteerTeams: 2 }], 2, 'fail', 1, 0], // lowest 2 < 3
    ['row29', [{ kind: 'rural', volunteerTeams: 1 }], 1, 'pass', 1, 0], // lowest 1; 1 is asked
    ['extra.volunteers', [{ people: 1000, volunteers: 130 }], 13, 'pass', 1, 0], // 130 / 1,000; 13 % is asked
    ['extra.volunteers', [{ people: 1000, volunteers: 129 }], 12.9, 'fail', 1, 0], // 129 / 1,000 < 13 %
    ['extra.rentedShare', [{ tenure: 'rented' }, { tenure: 'owned' }], 50, 'guide', 2, 0], // to fall, no figure
    ['row10', [{ ...yes, kind: null }], 100, 'pass', 1, 0], // urban or rural does not matter here
    ['row9', [{ plazaSquareMetres: 1000, kind: null }], null, 'unknown', 0, 1], // it does here
  ])('%# %s', (indicator, all, actual, verdict, knownCount, unknownCount) => {
    const found = row(assessed(xian, all).scorecard, indicator);
    expect(found).toMatchObject({ verdict, known: knownCount, unknown: unknownCount, actual: actual === null ? null : (expect.closeTo(actual, 9) as number) });
  });

  it('figures of the whole area are given, never guessed', () => {
    const figures = { row30: known(1), 'extra.oneNetUrban': known(89.9), 'extra.unassigned': known(0), 'extra.unattachedCompounds': known(2) };
    const { scorecard } = assessed(xian, [{}], { figures });
    const verdicts = ['row30', 'extra.oneNetUrban', 'extra.oneNetRural', 'extra.unassigned', 'extra.unattachedCompounds'].map((id) => row(scorecard, id).verdict);
    expect(verdicts).toEqual(['pass', 'fail', 'unknown', 'pass', 'fail']);
  });

  it('in a district only the rows of that level are judged', () => {
    const [district] = assessed(xian, [{ district: '甲区', people: 10000, workers: 20, indicator1: true }]).districts;
    expect([row(district!.scorecard, 'row25').verdict, row(district!.scorecard, 'row1').verdict]).toEqual(['pass', 'guide']);
  });

  it('all thirty rows are there, in order', () => {
    const rows = assessed(xian, [{}]).scorecard.flatMap((each) => (each.row === null ? [] : [each.row]));
    expect(rows).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });
});

describe('weihai: workers pooled in the district', () => {
  it.each<[number, Verdict]>([[7, 'fail'], [8, 'pass'], [10, 'pass'], [11, 'fail']])('%i workers for 3,100 households: %s', (workers, verdict) => {
    // 3,100 / 400 = 7.75 … 3,100 / 300 = 10.33
    const all = [{ district: '甲区', households: 3000, workers: workers - 1 }, { district: '甲区', households: 100, workers: 1 }];
    expect(row(assessed(weihai, all).districts[0]!.scorecard, 'extra.workersPool')).toMatchObject({ actual: workers, verdict });
  });
});

describe('totals', () => {
  it('count what is unknown beside, by subdistrict and district', () => {
    const all: GivenFacts[] = [
      { district: '甲区', subdistrict: '东街', households: 6000, people: 15000 }, { district: '甲区', subdistrict: '东街', households: 900, people: 2500 },
      { district: '甲区', subdistrict: '西街', households: 2000 }, { district: '甲区' },
    ];
    const { totals, subdistricts, districts } = assessed(xian, all);
    expect(totals).toMatchObject({ communities: 4, households: 8900, people: 17500, householdsUnknown: 1, peopleUnknown: 2, superLarge: 1, micro: 1, inRange: 1, unknown: 1 });
    expect(subdistricts.map(({ name, totals: { communities } }) => [name, communities])).toEqual([['', 1], ['东街', 2], ['西街', 1]]);
    expect(districts.map(({ name, totals: { households } }) => [name, households])).toEqual([['甲区', 8900]]);
    // Of four size findings on households two fail, one passes, one is unknown; on people one passes, one fails, two are unknown.
    expect(districts[0]!.league.size).toEqual({ pass: 2, fail: 3, unknown: 3, rate: 40 });
  });
});

function row(scorecard: readonly ScoreRow[], indicator: string): ScoreRow {
  return scorecard.find((each) => each.indicator === indicator)!;
}
