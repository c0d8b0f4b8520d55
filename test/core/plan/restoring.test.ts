/** There and back: whatever a step did, the one that takes it back restores shape, figures, attributes and the file to the last byte. */
import { describe, expect, test } from 'vitest';
import { generateCity } from '../../../data/generator/city.ts';
import { pick, seededRandom, shuffled } from '../../../data/generator/random.ts';
import { arcOf, faceOf, halvesOf, leftFace } from '../../../src/core/coverage/coverage.ts';
import { holderOf } from '../../../src/core/coverage/boundary.ts';
import { facePoint } from '../../../src/core/coverage/facePoint.ts';
import { STEPS_PER_DEGREE, type LngLat } from '../../../src/core/geo/coordinates.ts';
import { openFigures, updateFigures, type Figures } from '../../../src/core/households/figures.ts';
import { figuresOfUnit, partsOfBearer, planFigures } from '../../../src/core/households/read.ts';
import { applyCommand } from '../../../src/core/plan/apply.ts';
import type { Command } from '../../../src/core/plan/command.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { finish } from '../../../src/core/progress.ts';
import { writePlan } from '../../../src/io/geojson/writePlan.ts';
import { aCityPlan, cityPlanOf, PARENTS, theSample, type CityPlan } from '../../builders/cityPlan.ts';
import { writtenCoverage } from '../../builders/written.ts';

const CITIES: [string, () => CityPlan][] = [
  ...PARENTS.flatMap((parent) => [false, true].map((dirty): [string, () => CityPlan] => [
    `${dirty ? 'dirty' : 'clean'}, parent: ${parent}`, () => aCityPlan({ seed: 5, communities: 40, dirty, parent }),
  ])),
  ['sample', () => theSample()],
];

/** Everything that figures say of units and atoms. */
function told(figures: Figures, units: number): unknown {
  return {
    units: Array.from({ length: units }, (_, unit) => figuresOfUnit(figures, unit)), plan: planFigures(figures),
    parts: Array.from({ length: figures.parts.length }, (_, bearer) => partsOfBearer(figures, bearer)),
  };
}

/** A plan that came back: its ground, its units of the files, its figures and its file. */
function expectBack({ base, parent, source, dataset }: CityPlan, steps: readonly Plan[]): void {
  const now = steps.at(-1)!;
  expect(writtenCoverage(now.coverage)).toBe(writtenCoverage(base.coverage));
  expect([...now.units].slice(0, base.units.length)).toEqual([...base.units]);
  const atFirst = finish(openFigures(dataset, base));
  const figures = steps.reduce((last, plan) => updateFigures(last, plan), atFirst);
  expect(told(figures, base.units.length)).toEqual(told(atFirst, base.units.length));
  const written = writePlan(now, base.coverage, [source], parent);
  expect(Buffer.from(written.files[0]!.bytes).equals(Buffer.from(source.source.bytes))).toBe(true);
  expect([written.changed, written.created, written.abolished]).toEqual([0, 0, 0]);
}

/** Must be carried out. */
function taken(plan: Plan, command: Command): Plan {
  const result = applyCommand(plan, command);
  if (!result.ok) throw new Error(`${JSON.stringify(command)} was rejected: ${JSON.stringify(result.rejection)}`);
  return result.value;
}

function carried(plan: Plan, command: Command): Plan | null {
  const result = applyCommand(plan, command);
  return result.ok ? result.value : null;
}

const degrees = (x: number, y: number): LngLat => [Math.round(x) / STEPS_PER_DEGREE, Math.round(y) / STEPS_PER_DEGREE];

describe.each(CITIES)('%s', (_, open) => {
  const city = open();
  const { base } = city;
  const { coverage } = base;
  const settled = [...coverage.facesOf].flat();

  test('split, then merged into the old one', () => {
    const random = seededRandom(3);
    let count = 0;
    for (let k = 0; k < 40 && count < 12; k++) {
      const face = pick(random, settled);
      const [x, y] = facePoint(coverage, face);
      const { box, claimants } = faceOf(coverage, face);
      const angle = random() * Math.PI;
      const reach = box[2] - box[0] + box[3] - box[1];
      const { id } = base.units.get(claimants[0]!);
      const line = [degrees(x - reach * Math.cos(angle), y - reach * Math.sin(angle)), degrees(x + reach * Math.cos(angle), y + reach * Math.sin(angle))];
      const split = carried(base, { type: 'split', community: id, line, name: '新社区' });
      if (!split) continue;
      expectBack(city, [split, taken(split, { type: 'merge', communities: [id, '拟-1'], into: id })]);
      count++;
    }
    expect(count).toBeGreaterThan(5);
  });

  test('a boundary moved out and back', () => {
    const random = seededRandom(4);
    let count = 0;
    for (let k = 0; k < 200 && count < 20; k++) {
      const face = pick(random, settled);
      const half = pick(random, halvesOf(coverage, face));
      const other = holderOf(coverage, leftFace(coverage, half ^ 1));
      const { xy, legal } = arcOf(coverage, half >> 1);
      const size = xy.length / 2;
      if (other < 0 || legal !== null || size < 4) continue;
      const communities = [base.units.get(faceOf(coverage, face).claimants[0]!).id, base.units.get(other).id] as const;
      const first = Math.floor(random() * (size - 3));
      const old = [0, 1, 2, 3].map((step) => degrees(xy[2 * (first + step)]!, xy[2 * (first + step) + 1]!));
      const off = () => (random() - 0.5) * 4000;
      const path = [old[0]!, degrees(xy[2 * first + 2]! + off(), xy[2 * first + 3]! + off()), degrees(xy[2 * first + 4]! + off(), xy[2 * first + 5]! + off()), old[3]!];
      const out = carried(base, { type: 'reshape', communities, path });
      if (!out) continue;
      expectBack(city, [out, taken(out, { type: 'reshape', communities, path: old })]);
      count++;
    }
    expect(count).toBeGreaterThan(10);
  });

  test('ground given away in a box and given back', () => {
    const random = seededRandom(6);
    let count = 0;
    for (let k = 0; k < 60 && count < 10; k++) {
      const face = pick(random, settled);
      const [x, y] = facePoint(coverage, face);
      const size = 500 + 2500 * random();
      const rings = [[degrees(x - size, y - size), degrees(x + size, y - 0.7 * size), degrees(x + size, y + size), degrees(x - 0.9 * size, y + size)]];
      const { id } = base.units.get(faceOf(coverage, face).claimants[0]!);
      const away = carried(base, { type: 'assign', ground: [{ rings }], to: null, from: [id] });
      if (!away) continue;
      expectBack(city, [away, taken(away, { type: 'assign', ground: [{ rings }], to: id, from: [null] })]);
      count++;
    }
    expect(count).toBeGreaterThan(5);
  });
});

test('the order of communities in the file changes no figure', () => {
  const made = generateCity({ communities: 40, verticesPerCommunity: 40, seed: 8 });
  const order = shuffled(seededRandom(1), made.communities.features.map((_, k) => k));
  const turned = { ...made.communities, features: order.map((k) => made.communities.features[k]!) };
  const [one, other] = [cityPlanOf(made.communities, made.parent), cityPlanOf(turned, made.parent)];
  // The same atoms in both; what they say of communities is by number.
  const atoms = aCityPlan({ seed: 8, communities: 40, parent: 'district' }).dataset.atoms;
  const numbers = new Map(order.map((from, to) => [from, to]));
  const figures = finish(openFigures({ ...one.dataset, atoms }, one.base));
  const turnedAtoms = atoms.map((atom) => ({ ...atom, community: atom.community === null ? null : numbers.get(atom.community)! }));
  const turnedFigures = finish(openFigures({ ...other.dataset, atoms: turnedAtoms }, other.base));
  expect(planFigures(turnedFigures)).toEqual(planFigures(figures));
  for (const [from, to] of numbers) {
    expect(other.base.units.get(to).id).toBe(one.base.units.get(from).id);
    expect(figuresOfUnit(turnedFigures, to)).toEqual(figuresOfUnit(figures, from));
  }
});
