/** Facts of communities in a plan: what the ground says, what is carried over from the files, and the same edit by edit as at once. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../data/generator/random.ts';
import { areaFigures } from '../../../src/core/facts/areaFigures.ts';
import { planCompounds } from '../../../src/core/facts/planCompounds.ts';
import { openFacts, planFacts, updateFacts, withGiven, type FactSetting, type FactZone, type GivenById } from '../../../src/core/facts/planFacts.ts';
import type { Atom } from '../../../src/core/households/atom.ts';
import { openFigures, updateFigures, type Figures } from '../../../src/core/households/figures.ts';
import { applyCommand } from '../../../src/core/plan/apply.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { finish } from '../../../src/core/progress.ts';
import { known } from '../../../src/core/rules/fact.ts';
import type { CommunityFacts, FactName, GivenFacts } from '../../../src/core/rules/facts.ts';
import { aDrawnPlan, after, groundIn, line, stepLine, steps, type Drawn } from '../../builders/drawnPlan.ts';
import { aCityPlan } from '../../builders/cityPlan.ts';
import { randomCommand } from '../../builders/randomCommands.ts';

interface Scene {
  city: Drawn;
  figures: Figures;
  setting: FactSetting;
  given: GivenById;
}

function scene(city: Drawn, given: Record<string, GivenFacts>, more: { zones?: FactZone[]; parents?: string[]; atoms?: Atom[] } = {}): Scene {
  const control = [...city.plan.units].map(({ id }) => ({ households: countOf(given[id]?.households), people: countOf(given[id]?.people) }));
  const figures = finish(openFigures({ atoms: more.atoms ?? [], control }, city.plan));
  return { city, figures, setting: { base: city.plan, zones: more.zones ?? null, parents: more.parents ?? [] }, given: new Map(Object.entries(given)) };
}

function countOf(value: GivenFacts['households']): number | null {
  return typeof value === 'object' ? (value?.value ?? null) : (value ?? null);
}

function factsAt({ figures, setting, given }: Scene, { plan }: Drawn): Map<string, CommunityFacts> {
  return new Map(planFacts(plan, updateFigures(figures, plan), setting, given).map((facts) => [facts.id, facts]));
}

function say(facts: CommunityFacts | undefined, ...names: FactName[]): unknown[] {
  return names.map((name) => facts?.[name].value);
}

const zone = (name: string, cells: [number, number][], more: Partial<FactZone> = {}): FactZone => ({ name, rings: [stepLine(...cells)], entrusted: true, route: '2', ...more });
const HALVES = aDrawnPlan('aabb / aabb', { subdistricts: { a: '甲街道', b: '乙街道' } });
const GIVEN = { a: { households: 1000, people: 2600, householdsRegistered: 800, floorAreaSquareMetres: 600, fourLimits: '东至…', established: '2016', indicator14: true }, b: { households: 3000, people: 7800, householdsRegistered: 2000, floorAreaSquareMetres: 900, indicator14: false } } as const;

describe('as the files have it', () => {
  it('counts with basis, date and column; what nobody said is unknown', () => {
    const given = { a: { households: known(1000, { asOf: '2026-06', source: '户数表 · 户数 · 3' }) } };
    const facts = factsAt(scene(HALVES, given), HALVES);
    expect(facts.get('a')!.households).toEqual({ known: true, value: 1000, basis: 'resident', asOf: '2026-06', source: '户数表 · 户数 · 3' });
    expect(say(facts.get('b'), 'households', 'people', 'floorAreaSquareMetres', 'zone', 'cutCompounds')).toEqual([null, null, null, null, null]);
    expect(say(facts.get('a'), 'pieces', 'subdistricts', 'contestedSquareMetres', 'newSetUp', 'kind', 'subdistrict')).toEqual([1, 1, 0, false, 'urban', '甲街道']);
  });

  it('an exclave, contested ground, a crossing of subdistricts', () => {
    const city = aDrawnPlan('aaba / aa(ab)b / aabb', { parent: 'ppqq / ppqq / ppqq' });
    const facts = factsAt(scene(city, {}, { parents: ['甲街道', '乙街道'] }), city);
    expect(say(facts.get('a'), 'pieces', 'subdistricts')).toEqual([2, 2]);
    expect(facts.get('a')!.contestedSquareMetres.value).toBeGreaterThan(1000);
    expect(facts.get('b')!.contestedSquareMetres.value).toBe(facts.get('a')!.contestedSquareMetres.value);
    // Ground that both claim is neither's: it parts b in two.
    expect(say(facts.get('b'), 'pieces', 'subdistricts')).toEqual([2, 1]);
  });

  it('ids choose communities', () => {
    const { figures, setting, given } = scene(HALVES, GIVEN);
    expect(planFacts(HALVES.plan, figures, setting, given, new Set(['b'])).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('zones', () => {
  const inside = (zones: FactZone[]) => factsAt(scene(HALVES, GIVEN, { zones }), HALVES);
  const names = ['zone', 'entrusted', 'route', 'managers'] as const;

  it('all over one community and along the line of the other', () => {
    const facts = inside([zone('高新', [[0, 0], [2, 0], [2, 2], [0, 2]])]);
    expect(say(facts.get('a'), ...names)).toEqual(['高新', true, '2', 1]);
    expect(say(facts.get('b'), ...names)).toEqual(['', false, null, 1]);
  });

  it('through a community: two manage it where the zone is entrusted, one where it is not, nobody knows where its data are silent', () => {
    const through: [number, number][] = [[0, 0], [0.6, 0], [0.6, 2], [0, 2]];
    expect(say(inside([zone('高新', through)]).get('a'), ...names)).toEqual(['', false, null, 2]);
    expect(say(inside([zone('高新', through, { entrusted: false })]).get('a'), 'managers')).toEqual([1]);
    expect(say(inside([zone('高新', through, { entrusted: null })]).get('a'), 'managers')).toEqual([null]);
  });

  it('a way of approval that is unknown stays so; no zones loaded: the column stands', () => {
    expect(say(inside([zone('高新', [[0, 0], [2, 0], [2, 2], [0, 2]], { route: 'unknown' })]).get('a'), 'route')).toEqual([null]);
    const facts = factsAt(scene(HALVES, { a: { zone: '高新', entrusted: true } }), HALVES);
    expect(say(facts.get('a'), 'zone', 'entrusted', 'managers')).toEqual(['高新', true, null]);
  });
});

describe('redrawn', () => {
  const start = scene(HALVES, GIVEN);

  it('a boundary moved: rooms stay, what counted the old ground is unknown, the description of the four sides too', () => {
    const moved = after(HALVES, { type: 'assign', ground: [groundIn(1, 0, 2, 2)], to: 'b', from: ['a'] });
    const facts = factsAt(start, moved);
    // Half of a's 1,000 households by area.
    expect(say(facts.get('a'), 'households', 'householdsRegistered', 'floorAreaSquareMetres', 'fourLimits', 'newSetUp')).toEqual([500, null, 600, null, false]);
    expect(facts.get('a')!.households).toMatchObject({ estimatedShare: 1, source: 'atoms' });
    expect(say(facts.get('b'), 'households', 'householdsRegistered', 'subdistricts')).toEqual([3500, null, 2]);
  });

  it('a split: both parts are newly set up, the new one has no rooms that anyone knows', () => {
    const facts = factsAt(start, after(HALVES, { type: 'split', community: 'a', line: line([0, 1], [2, 1]), name: '新社区' }));
    const made = [...facts.values()].find(({ name }) => name === '新社区');
    expect(say(made, 'newSetUp', 'households', 'floorAreaSquareMetres', 'householdsRegistered', 'subdistrict', 'kind')).toEqual([true, 500, null, null, '甲街道', 'urban']);
    expect(say(facts.get('a'), 'newSetUp', 'floorAreaSquareMetres', 'established')).toEqual([true, 600, null]);
  });

  it('merged: figures of the ground and rooms add up; an unknown part makes the sum unknown', () => {
    const merged = after(HALVES, { type: 'merge', communities: ['a', 'b'], into: 'b' });
    expect(say(factsAt(start, merged).get('b'), 'households', 'householdsRegistered', 'floorAreaSquareMetres', 'indicator14', 'newSetUp')).toEqual([4000, 2800, 1500, true, true]);
    expect(factsAt(start, merged).has('a')).toBe(false);
    const silent = scene(HALVES, { ...GIVEN, a: { households: 1000 } });
    expect(say(factsAt(silent, merged).get('b'), 'householdsRegistered', 'floorAreaSquareMetres', 'indicator14')).toEqual([null, null, null]);
  });

  it('ground of a community that nobody has counted makes the count unknown', () => {
    const silent = scene(HALVES, { a: GIVEN.a });
    const facts = factsAt(silent, after(HALVES, { type: 'assign', ground: [groundIn(2, 0, 3, 2)], to: 'a', from: ['b'] }));
    expect(say(facts.get('a'), 'households', 'people')).toEqual([null, null]);
  });

  it('an exclave that someone answers for', () => {
    const city = aDrawnPlan('aba / aba');
    const answered = after(city, { type: 'declareException', kind: 'pieces', communities: ['a'], role: '区民政局', reason: '河隔两岸' });
    expect(say(factsAt(scene(city, {}), answered).get('a'), 'pieces', 'piecesDeclared')).toEqual([2, true]);
  });
});

describe('edit by edit', () => {
  const compound = (id: string, box: [number, number, number, number], households: number): Atom => {
    const ring = Int32Array.from(stepLine([box[0], box[1]], [box[2], box[1]], [box[2], box[3]], [box[0], box[3]]));
    const [west, south] = steps(box[0], box[1]);
    const [east, north] = steps(box[2], box[3]);
    return { id, kind: 'compound', name: id, shape: { type: 'polygon', rings: [ring], box: [west, south, east, north] }, households, people: null, community: null };
  };

  it('a cut compound counts with both sides, and no longer when the line is back', () => {
    const plain = aDrawnPlan('aabb / aabb');
    const start = scene(plain, GIVEN, { atoms: [compound('橘园', [1.2, 0.2, 1.8, 0.8], 100)] });
    const facts = openFacts(plain.plan, start.figures, start.setting, start.given);
    expect(say(facts.byUnit.get(0), 'cutCompounds')).toEqual([0]);
    const moved = after(plain, { type: 'reshape', communities: ['a', 'b'], path: line([2, 0], [1.5, 0], [1.5, 1], [2, 1]) });
    const now = updateFacts(facts, moved.plan, updateFigures(start.figures, moved.plan));
    expect([say(now.byUnit.get(0), 'cutCompounds'), say(now.byUnit.get(1), 'cutCompounds')]).toEqual([[1], [1]]);
    expect(updateFacts(now, plain.plan, start.figures).communities).toEqual(facts.communities);
    expect(planCompounds(plain.plan, start.figures, new Map([['橘园', { dwellings: 120 }]]))).toMatchObject([{ id: '橘园', community: 'a', households: { value: 100 }, dwellings: { value: 120 } }]);
  });

  it('other figures given: only those that rest on them are made anew', () => {
    const start = scene(HALVES, GIVEN);
    const facts = openFacts(HALVES.plan, start.figures, start.setting, start.given);
    const next = withGiven(facts, new Map([...start.given, ['b', { ...GIVEN.b, floorAreaSquareMetres: 950 }]]));
    expect(next.byUnit.get(0)).toBe(facts.byUnit.get(0));
    expect(say(next.byUnit.get(1), 'floorAreaSquareMetres')).toEqual([950]);
  });

  it('equals what is worked out at once, and leaves alone what it does not touch', () => {
    for (const seed of [1, 2, 3]) {
      const { base } = aCityPlan({ seed, communities: 30, parent: 'subdistricts', dirty: seed === 3 });
      const given = new Map([...base.units].map(({ id }, k): [string, GivenFacts] => [id, { floorAreaSquareMetres: 100 + k, householdsRegistered: 900 + k, district: k < 15 ? '甲区' : '乙区', indicator14: k % 2 === 0 }]));
      const control = [...base.units].map((_, k) => ({ households: 1000 + k, people: 2600 + k }));
      let figures = finish(openFigures({ atoms: [], control }, base));
      const setting: FactSetting = { base, zones: null, parents: ['p', 'q', 'r'] };
      let facts = openFacts(base, figures, setting, given);
      let plan: Plan = base;
      const random = seededRandom(seed);
      let same = 0;
      for (let step = 0; step < 40; step++) {
        const result = applyCommand(plan, randomCommand(plan, random, step));
        if (!result.ok) continue;
        const before = facts;
        plan = result.value;
        figures = updateFigures(figures, plan);
        facts = updateFacts(facts, plan, figures);
        expect(facts.communities, `seed ${seed} step ${step}`).toEqual(openFacts(plan, figures, setting, given).communities);
        same += facts.communities.filter((each) => before.communities.includes(each)).length / facts.communities.length;
      }
      expect(same).toBeGreaterThan(20);
    }
  });
});

describe('figures of the area', () => {
  it('ground of nobody, ground of several, contested by declaration', () => {
    const city = aDrawnPlan('a.(ab) / aab / cab', { parent: 'ppp / ppp / ppp' });
    const { figures } = scene(city, {});
    const area = areaFigures(city.plan, figures, { row30: known(true) });
    expect(area['extra.unassigned']!.value).toBeGreaterThan(1000);
    expect(Number(area['extra.contested']!.value) / Number(area['extra.unassigned']!.value)).toBeCloseTo(1, 3);
    expect(area.row30!.value).toBe(true);
    expect(area).not.toHaveProperty('extra.unattachedCompounds');
  });
});
