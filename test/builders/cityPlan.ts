/** Whole cities opened as plans, with households in them: generated ones, clean or dirty, and the sample district. */
import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { generateCity } from '../../data/generator/city.ts';
import { plantDefects, type PlantKind } from '../../data/generator/plant.ts';
import { between, seededRandom, wholeBetween } from '../../data/generator/random.ts';
import { collectionBytes } from '../../data/generator/stringify.ts';
import { planUnits } from '../../src/cli/planUnits.ts';
import { buildCoverage } from '../../src/core/coverage/build.ts';
import { facePoint } from '../../src/core/coverage/facePoint.ts';
import type { PolygonLayer } from '../../src/core/coverage/layer.ts';
import { polygonShape, type Atom, type Dataset } from '../../src/core/households/atom.ts';
import { openPlan } from '../../src/core/plan/open.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { finish } from '../../src/core/progress.ts';
import { communityFinder, readAtoms } from '../../src/io/atoms.ts';
import { columnsOf } from '../../src/io/columns.ts';
import { guessFields } from '../../src/io/fields.ts';
import { fieldNumber } from '../../src/io/fieldValues.ts';
import { readGeoJson } from '../../src/io/geojson/readGeoJson.ts';
import type { PlanSource } from '../../src/io/geojson/writePlan.ts';
import type { SourceLayer } from '../../src/io/sourceLayer.ts';
import { cell } from '../../src/io/unitLabel.ts';

export interface CityPlan {
  base: Plan;
  layer: PolygonLayer;
  parent: PolygonLayer | null;
  /** What the communities were read from. */
  source: PlanSource;
  dataset: Dataset;
}

/** What holds the communities: nothing, the district's outline, its subdistricts' outlines, or subdistricts as attributes name them. */
export const PARENTS = ['none', 'district', 'subdistricts', 'attributes'] as const;
export type ParentKind = (typeof PARENTS)[number];

export interface CityPlanOptions {
  seed: number;
  communities?: number;
  verticesPerCommunity?: number;
  dirty?: boolean;
  parent?: ParentKind;
}

/** Gaps, overlaps and bad rings of every size that leave each community some ground of its own. */
const DIRT: readonly PlantKind[] = [
  'gap40', 'gap10', 'gap2', 'gap0.5', 'gap0.2', 'gap0.05', 'overlap40', 'overlap10', 'overlap2', 'overlap0.5', 'overlap0.05', 'inlet', 'beyond',
  'exclave', 'hole', 'contained', 'selfCrossing', 'spike', 'selfTouch', 'unmatchedVertex', 'deletedVertexGap', 'nearMatch',
];

export function aCityPlan({ seed, communities = 70, verticesPerCommunity = 40, dirty = false, parent = 'none' }: CityPlanOptions): CityPlan {
  const city = generateCity({ communities, verticesPerCommunity, seed });
  const collection = dirty ? plantDefects(city, { seed, perKind: 1, kinds: DIRT, spacingMetres: 150 }).communities : city.communities;
  const held = { none: null, attributes: null, district: city.parent, subdistricts: city.subdistricts }[parent];
  return opened(readBytes(collectionBytes(collection)), held && readBytes(collectionBytes(held)).layer, parent === 'attributes', seed);
}

/** The sample district with its compounds. */
export function theSample(file: 'communities' | 'communities-defects' = 'communities', parent: 'district' | 'subdistricts' = 'subdistricts'): CityPlan {
  const city = opened(readBytes(sampleBytes(file)), readBytes(sampleBytes(parent)).layer, false, null);
  const communityOf = communityFinder([...city.base.units]);
  const { atoms } = readAtoms(readBytes(sampleBytes('compounds')), { kind: 'compound', communityOf });
  return { ...city, dataset: { ...city.dataset, atoms } };
}

/** Of any communities, without atoms. */
export function cityPlanOf(communities: FeatureCollection, parent: FeatureCollection | null): CityPlan {
  return opened(readBytes(collectionBytes(communities)), parent && readBytes(collectionBytes(parent)).layer, false, null);
}

export function readBytes(bytes: Uint8Array): SourceLayer {
  const { source, problems } = finish(readGeoJson('test.geojson', bytes));
  if (source === null) throw new Error(JSON.stringify(problems));
  return source;
}

function sampleBytes(name: string): Uint8Array {
  return readFileSync(new URL(`../../data/sample/${name}.geojson`, import.meta.url));
}

function opened(source: SourceLayer, parent: PolygonLayer | null, byAttributes: boolean, seed: number | null): CityPlan {
  const fields = guessFields(columnsOf(source.properties));
  const units = planUnits(source, fields, 'community');
  const coverage = finish(buildCoverage({
    units: source.layer, parent, ...(byAttributes && { subdistrictOf: (unit: number) => units[unit]!.subdistrict }),
  }));
  const base = openPlan(coverage, units);
  const figure = (unit: number, field: 'households' | 'people') => fieldNumber(cell(source.properties[unit]!, fields[field])).value;
  const control = units.map((_, unit) => ({ households: figure(unit, 'households'), people: figure(unit, 'people') }));
  return { base, layer: source.layer, parent, source: { source, fields }, dataset: { atoms: seed === null ? [] : randomAtoms(base, seed), control } };
}

/** Three or so in each community: buildings as points, compounds as boxes that may reach over a boundary, rows of a table. */
function randomAtoms({ coverage }: Plan, seed: number): Atom[] {
  const random = seededRandom(seed + 7919);
  const atoms: Atom[] = [];
  for (let face = 1; face < coverage.faces.length; face++) {
    const { box, claimants } = coverage.faces.get(face)!;
    for (let k = wholeBetween(random, 1, 4); k > 0; k--) {
      const [middleX, middleY] = facePoint(coverage, face);
      const x = Math.round(middleX + between(random, -0.4, 0.4) * (box[2] - box[0]));
      const y = Math.round(middleY + between(random, -0.4, 0.4) * (box[3] - box[1]));
      const size = wholeBetween(random, 200, 3000);
      const chance = random();
      const kind = chance < 0.4 ? 'building' as const : 'compound' as const;
      const shape = chance < 0.4 ? { type: 'point' as const, x, y }
        : chance < 0.9 ? polygonShape([Int32Array.of(x - size, y - size, x + size, y - size, x + size, y + size, x - size, y + size)]) : null;
      atoms.push({
        id: `小区${atoms.length}`, kind, name: null, shape, households: random() < 0.05 ? null : wholeBetween(random, 1, 600),
        people: random() < 0.3 ? null : wholeBetween(random, 1, 1500), community: shape === null || random() < 0.3 ? (claimants[0] ?? null) : null,
      });
    }
  }
  return atoms;
}
