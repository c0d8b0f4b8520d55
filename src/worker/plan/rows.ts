/** Communities as the page lists them. A row is made once for a unit as it stands and kept as long as nothing of it changes. */
import { boxOf } from '../../core/coverage/ringMeasure.ts';
import { partsOf, shapeOfFaces, type ShapePolygon } from '../../core/coverage/shape.ts';
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import { figuresOfGroup, figuresOfUnit, planFigures, type OwnerFigures } from '../../core/households/read.ts';
import type { Figures } from '../../core/households/figures.ts';
import { fateOf } from '../../core/plan/fates.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { CommunityRow, Figure, PlanTotals, SumRow } from '../planProtocol.ts';

type RowShape = Pick<CommunityRow, 'pieces' | 'bounds' | 'labelPoint'>;

/** By the list of faces: a list is made anew whenever a face of it changes. */
const shapes = new WeakMap<readonly number[], RowShape>();

export function communityRow(base: Plan, plan: Plan, figures: Figures, unit: number, changed: ReadonlySet<number>): CommunityRow {
  const { id, name, code, subdistrict, kind, source, locked } = plan.units.get(unit);
  const own = figuresOfUnit(figures, unit);
  return {
    unit, id, name, code, subdistrict, kind, provisional: source === null, locked,
    fate: fateOf(base, plan, unit, changed),
    households: figureOf(own.households, own.estimatedHouseholds, own.householdsKnown),
    people: figureOf(own.people, own.estimatedPeople, own.peopleKnown),
    areaSquareMetres: own.areaSquareMetres,
    ...rowShape(plan, unit),
  };
}

function figureOf(value: number, estimated: number, known: boolean): Figure {
  return { value, estimatedShare: value > 0 ? estimated / value : 0, known };
}

function rowShape({ coverage }: Plan, unit: number): RowShape {
  const faces = unit < coverage.facesOf.length ? coverage.facesOf.get(unit) : [];
  const known = shapes.get(faces);
  if (known) return known;
  const row = measure(shapeOfFaces(coverage, faces), partsOf(coverage, faces).length);
  shapes.set(faces, row);
  return row;
}

function measure(polygons: readonly ShapePolygon[], pieces: number): RowShape {
  if (polygons.length === 0) return { pieces, bounds: null, labelPoint: null };
  const box = boxOf(polygons.flatMap(([shell]) => shell!));
  return { pieces, bounds: box.map((value) => value / STEPS_PER_DEGREE) as CommunityRow['bounds'], labelPoint: labelOf(polygons) };
}

/** The middle of the widest stretch on three lines of latitude through the largest part. */
function labelOf(polygons: readonly ShapePolygon[]): [number, number] | null {
  const extent = ([shell]: ShapePolygon) => {
    const [west, south, east, north] = boxOf(shell!);
    return (east - west) * (north - south);
  };
  const rings = [...polygons].sort((p, q) => extent(q) - extent(p))[0]!;
  const [, south, , north] = boxOf(rings[0]!);
  let best: { x: number; y: number; width: number } | null = null;
  for (const share of [0.5, 0.4, 0.6]) {
    const y = Math.floor(south + share * (north - south)) + 0.5;
    const crossings: number[] = [];
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        if (ring[j + 1]! > y !== ring[i + 1]! > y) crossings.push(ring[j]! + ((y - ring[j + 1]!) / (ring[i + 1]! - ring[j + 1]!)) * (ring[i]! - ring[j]!));
      }
    }
    crossings.sort((p, q) => p - q);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const width = crossings[k + 1]! - crossings[k]!;
      if (best === null || width > best.width * 1.15) best = { x: (crossings[k]! + crossings[k + 1]!) / 2, y, width };
    }
  }
  return best && [best.x / STEPS_PER_DEGREE, best.y / STEPS_PER_DEGREE];
}

export function totalsOf(plan: Plan, figures: Figures, parentSquareMetres: number | null): PlanTotals {
  const sums = planFigures(figures);
  let beyond = 0;
  for (const id of plan.coverage.unsettled) {
    const face = plan.coverage.faces.get(id)!;
    if (face.claimants.length === 0 && !face.inParent) beyond += face.areaSquareMetres;
  }
  return {
    assigned: sumRow(sums.assigned), declared: sumRow(figuresOfGroup(figures, 'declared')), unassigned: sumRow(sums.unassigned),
    contested: sumRow(sums.contested), total: sumRow(sums.total), beyondSquareMetres: beyond, parentSquareMetres,
  };
}

function sumRow({ households, people, areaSquareMetres, faces }: OwnerFigures): SumRow {
  return { households, people, areaSquareMetres, faces };
}
