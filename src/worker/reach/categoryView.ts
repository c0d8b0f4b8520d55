/** One category: each home's way to the nearest, homes and facilities to draw, pockets of people who are left out. */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import type { Catchment } from '../../core/network/catchment.ts';
import { millimetresTo } from '../../core/network/catchment.ts';
import { coverageOf } from '../../core/network/coverage.ts';
import type { CircleRule } from '../../core/network/circleRule.ts';
import { hasCategory, UNKNOWN_COUNT, type Homes } from '../../core/network/homes.ts';
import { UNREACHED } from '../../core/network/place.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ByteWriter } from '../../io/geojson/writeBytes.ts';
import type { ReachCategoryView, ReachHomeRow, ReachPocket } from '../reachProtocol.ts';
import type { PlacedHomes } from './homes.ts';
import type { Reading } from './readings.ts';

interface Asked {
  readonly category: string;
  readonly catchment: Catchment;
  readonly homes: Homes;
  readonly placed: PlacedHomes;
  readonly limitMillimetres: number;
  readonly rule: CircleRule | null;
  readonly plan: Plan;
  /** Steps. */
  readonly facilities: readonly { readonly name: string; readonly at: readonly [number, number]; readonly proposed: boolean }[];
  readonly reading: Reading | null;
  /** The category alone, measured without what is proposed; null where nothing is. */
  readonly before: Catchment | null;
}

const MILLIMETRES = 1000;

export function categoryView(asked: Asked): ReachCategoryView {
  const { category, catchment, homes, placed, limitMillimetres, plan, before } = asked;
  const c = catchment.categories.indexOf(category);
  const groups = basicGroups(asked);
  const rows = placed.atoms.map((atom, home): ReachHomeRow => {
    const unit = homes.community[home]!;
    const there = c < 0 ? UNREACHED : millimetresTo(catchment, c, home);
    const has = c < 0 ? 'unknown' : hasCategory(catchment, homes, c, home, limitMillimetres);
    return {
      id: home, name: atom.name ?? atom.id, at: [placed.places[2 * home]! / STEPS_PER_DEGREE, placed.places[2 * home + 1]! / STEPS_PER_DEGREE], unit: unit < 0 ? null : unit, community: unit < 0 ? null : plan.units.get(unit).name, households: known(homes.households[home]!), people: known(homes.people[home]!),
      metres: there === UNREACHED || homes.unknown[home] === 1 ? null : there / MILLIMETRES, has,
      gained: has === 'yes' && before !== null && hasCategory(before, homes, 0, home, limitMillimetres) !== 'yes',
      missing: groups.flatMap(({ name, of }) => (of.length > 0 && of.every((k) => hasCategory(catchment, homes, k, home, limitMillimetres) === 'no') ? [name] : [])),
    };
  });
  return { homes: rows, pockets: pocketsOf(asked, c, rows), before: before && coverageOf(before, homes, 0, limitMillimetres)[0]!.whole, homesGeoJson: homesGeoJson(placed, rows), facilitiesGeoJson: facilitiesGeoJson(asked.facilities) };
}

/** Categories of the circle; either side of a bar will do. */
function basicGroups({ rule, catchment }: Asked): { name: string; of: number[] }[] {
  return (rule?.basic ?? []).map((name) => ({ name, of: name.split('|').flatMap((part) => { const k = catchment.categories.indexOf(part); return k >= 0 && catchment.facilities[k]! > 0 ? [k] : []; }) }));
}

function pocketsOf({ catchment, homes, placed, limitMillimetres, reading }: Asked, category: number, rows: readonly ReachHomeRow[]): ReachPocket[] {
  if (!reading || category < 0 || catchment.facilities[category] === 0) return [];
  const pockets = reading.engine.pockets({ catchment, category, homes, homeAnchors: reading.homePoints.anchors, homePlaces: placed.places, limitMillimetres });
  return pockets.map(({ people, households, homes: members, x, y, centreX, centreY, box }) => {
    const own = members.map((home) => rows[home]!);
    const byPeople = [...own].sort((a, b) => (b.people ?? 0) - (a.people ?? 0));
    const reached = own.flatMap(({ metres }) => (metres === null ? [] : [metres]));
    return {
      people, households, homes: members.length, at: [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE], centre: [centreX / STEPS_PER_DEGREE, centreY / STEPS_PER_DEGREE], bounds: box.map((value) => value / STEPS_PER_DEGREE) as ReachPocket['bounds'],
      communities: [...new Set(byPeople.flatMap(({ community }) => community ?? []))], largest: byPeople[0]?.name ?? null,
      meanMetres: reached.length === 0 ? null : reached.reduce((sum, metres) => sum + metres, 0) / reached.length,
    };
  });
}

function homesGeoJson(placed: PlacedHomes, rows: readonly ReachHomeRow[]): ArrayBuffer {
  const out = new ByteWriter().text('{"type":"FeatureCollection","features":[');
  rows.forEach(({ id, has, gained }, k) => {
    out.text(`${k > 0 ? ',' : ''}\n{"type":"Feature","id":${id},"properties":{"id":${id},"has":"${has}","gained":${gained}},"geometry":`);
    homeGeometry(out, placed, k);
    out.text('}');
  });
  return out.text('\n]}\n').finish();
}

/** The home's outline, or its place. */
export function homeGeometry(out: ByteWriter, { atoms, places }: PlacedHomes, home: number): void {
  const { shape } = atoms[home]!;
  if (shape?.type !== 'polygon') {
    out.text('{"type":"Point","coordinates":').position(places[2 * home]!, places[2 * home + 1]!).text('}');
    return;
  }
  out.text('{"type":"Polygon","coordinates":[');
  shape.rings.forEach((ring, r) => {
    out.text(r > 0 ? ',[' : '[');
    for (let i = 0; i < ring.length; i += 2) out.position(ring[i]!, ring[i + 1]!).text(',');
    out.position(ring[0]!, ring[1]!).text(']');
  });
  out.text(']}');
}

function facilitiesGeoJson(facilities: Asked['facilities']): ArrayBuffer {
  const out = new ByteWriter().text('{"type":"FeatureCollection","features":[');
  facilities.forEach(({ name, at: [x, y], proposed }, k) => {
    out.text(`${k > 0 ? ',' : ''}\n{"type":"Feature","id":${k},"properties":${JSON.stringify({ id: k, name, proposed })},"geometry":{"type":"Point","coordinates":`).position(x, y).text('}}');
  });
  return out.text('\n]}\n').finish();
}

function known(count: number): number | null {
  return count === UNKNOWN_COUNT ? null : count;
}
