/** What a community's ground is made of: whose it was in the files, which subdistricts and districts it lies in, who manages it. */
import type { Coverage } from '../coverage/coverage.ts';
import { known, UNKNOWN, type Fact } from '../rules/fact.ts';
import type { Plan } from '../plan/plan.ts';
import { zoneAreas, type FactZone } from './zones.ts';

/** Of a community's ground, less than this elsewhere is digitising, not a crossing (the same share as in `departures.ts`). */
const LEAST_SHARE = 0.001;

export interface GroundOf {
  readonly areaSquareMetres: number;
  /** Communities of the files whose ground it is, with the square metres that only they claimed; scraps left out. Ascending. */
  readonly origins: readonly { readonly unit: number; readonly squareMetres: number }[];
  /** Square metres by index of the parent's polygons; -1: in none. */
  readonly byParent: ReadonlyMap<number, number>;
  /** Beyond the parent's line. */
  readonly beyondSquareMetres: number;
  /** In each zone; null where no zones were loaded. */
  readonly inZones: readonly number[] | null;
}

export function groundOf({ coverage, units }: Plan, unit: number, zones: readonly FactZone[] | null): GroundOf {
  const byOrigin = new Map<number, number>();
  const byParent = new Map<number, number>();
  const inZones = zones?.map(() => 0) ?? null;
  let [area, beyond] = [0, 0];
  for (const id of coverage.facesOf.get(unit)) {
    const { base, parent, inParent, areaSquareMetres } = coverage.faces.get(id)!;
    area += areaSquareMetres;
    if (!inParent) beyond += areaSquareMetres;
    byParent.set(parent, (byParent.get(parent) ?? 0) + areaSquareMetres);
    for (const origin of base) byOrigin.set(origin, (byOrigin.get(origin) ?? 0) + areaSquareMetres / base.length);
    if (zones && inZones) for (const [k, value] of zoneAreas(coverage, id, zones).entries()) inZones[k]! += value;
  }
  const origins = [...byOrigin].filter(([origin, value]) => isMore(value, area) && units.get(origin).role === 'community').sort(([p], [q]) => p - q);
  return { areaSquareMetres: area, origins: origins.map(([origin, squareMetres]) => ({ unit: origin, squareMetres })), byParent, beyondSquareMetres: beyond, inZones };
}

export function isMore(part: number, whole: number): boolean {
  return part > LEAST_SHARE * whole;
}

/** Whether all ground that a unit of the files held is among what `ground` took from it. */
export function holdsAllOf(ground: GroundOf, origin: number, base: Coverage): boolean {
  const all = origin < base.facesOf.length ? base.facesOf.get(origin).reduce((sum, face) => sum + base.faces.get(face)!.areaSquareMetres, 0) : 0;
  const own = ground.origins.find(({ unit }) => unit === origin)?.squareMetres ?? 0;
  return all > 0 && own >= (1 - LEAST_SHARE) * all;
}

/** How many subdistricts; by the parent's polygons, else by what the files say of whose ground it was. */
export function subdistrictCount(ground: GroundOf, parents: readonly string[], plan: Plan): Fact<number> {
  if (parents.length > 1) return countOf([...ground.byParent].map(([parent, area]) => [parents[parent] ?? null, area]), ground.areaSquareMetres);
  return countOf(ground.origins.map(({ unit, squareMetres }) => [plan.units.get(unit).subdistrict, squareMetres]), ground.areaSquareMetres);
}

/** How many districts; ground beyond the parent's line lies in another. */
export function districtCount(ground: GroundOf, districtOf: (unit: number) => string | null): Fact<number> {
  const counted = countOf(ground.origins.map(({ unit, squareMetres }) => [districtOf(unit), squareMetres]), ground.areaSquareMetres);
  if (!isMore(ground.beyondSquareMetres, ground.areaSquareMetres)) return counted;
  return counted.known ? known(counted.value + 1) : known(2);
}

/** Different names with more than a scrap of the ground; unknown where none of it has a name. */
function countOf(parts: readonly (readonly [string | null, number])[], whole: number): Fact<number> {
  const byName = new Map<string, number>();
  for (const [name, area] of parts) if (name !== null) byName.set(name, (byName.get(name) ?? 0) + area);
  const count = [...byName.values()].filter((area) => isMore(area, whole)).length;
  return count === 0 ? UNKNOWN : known(count);
}

export interface ZoneFacts {
  /** The one that holds most of the ground; the empty text: none. */
  readonly zone: Fact<string>;
  readonly entrusted: Fact<boolean>;
  readonly route: Fact<string>;
  readonly managers: Fact<number>;
}

/** `crossed`: names of the zones whose line runs through the community. Null where no zones were loaded. */
export function zoneFacts({ inZones, areaSquareMetres }: GroundOf, zones: readonly FactZone[] | null, crossed: ReadonlySet<string>): ZoneFacts | null {
  if (zones === null || inZones === null || areaSquareMetres === 0) return null;
  const isMost = (k: number): boolean => 2 * inZones[k]! > areaSquareMetres;
  const main = zones.find((_, k) => isMost(k)) ?? null;
  // A line that only runs along the community's own puts nothing in or out.
  const parts = zones.filter(({ name }, k) => (crossed.has(name) ? isMore(inZones[k]!, areaSquareMetres) : isMost(k)));
  const wholly = main !== null && !crossed.has(main.name);
  return {
    zone: known(main?.name ?? '', { source: 'zones' }), entrusted: main === null ? known(false, { source: 'zones' }) : fact(main.entrusted),
    route: main === null ? UNKNOWN : fact(main.route), managers: wholly || parts.length === 0 ? known(1) : managersOf(parts),
  };
}

/** Each entrusted zone manages its part, the district the rest. */
function managersOf(parts: readonly FactZone[]): Fact<number> {
  if (parts.some(({ entrusted }) => entrusted === null)) return UNKNOWN;
  return known(1 + parts.filter(({ entrusted }) => entrusted).length);
}

/** A way that the data call unknown is not known. */
function fact<T extends boolean | string>(value: T | null): Fact<T> {
  return value === null || value === 'unknown' ? UNKNOWN : known(value, { source: 'zones' });
}
