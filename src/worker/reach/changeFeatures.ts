/** What the map draws of a change of reach: homes that gain or lose, facilities that stand, come and go. */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ByteWriter } from '../../io/geojson/writeBytes.ts';
import type { Facility } from '../../io/streets/readFacilities.ts';
import type { ReachChangedHome } from '../reachChangeProtocol.ts';
import { homeGeometry } from './categoryView.ts';
import type { PlacedHomes } from './homes.ts';

interface Compared {
  readonly plans: readonly [before: Plan, after: Plan];
  readonly facilities: readonly Facility[];
}

export function changedHomesGeoJson(placed: PlacedHomes, homes: readonly ReachChangedHome[]): ArrayBuffer {
  const out = new ByteWriter().text('{"type":"FeatureCollection","features":[');
  homes.forEach(({ id, change }, k) => {
    out.text(`${k > 0 ? ',' : ''}\n{"type":"Feature","id":${id},"properties":{"id":${id},"change":"${change}"},"geometry":`);
    homeGeometry(out, placed, id);
    out.text('}');
  });
  return out.text('\n]}\n').finish();
}

export interface FacilityMark {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly state: 'kept' | 'added' | 'removed';
}

/** A proposed facility that was moved is gone where it stood and new where it stands. */
export function changedFacilities({ plans, facilities }: Compared, category: string): FacilityMark[] {
  const proposed = ({ facilities: own }: Plan) => own.flatMap((each) => (each.category === category ? [{ name: each.name, x: Math.round(each.at[0] * STEPS_PER_DEGREE), y: Math.round(each.at[1] * STEPS_PER_DEGREE) }] : []));
  const [before, after] = [proposed(plans[0]), proposed(plans[1])];
  const isIn = (list: typeof before, { x, y }: { x: number; y: number }) => list.some((each) => each.x === x && each.y === y);
  return [
    ...facilities.flatMap(({ name, category: own, x, y }) => (own === category ? [{ name: name ?? '', x, y, state: 'kept' as const }] : [])),
    ...before.map((each) => ({ ...each, state: isIn(after, each) ? 'kept' as const : 'removed' as const })),
    ...after.flatMap((each) => (isIn(before, each) ? [] : [{ ...each, state: 'added' as const }])),
  ];
}

export function facilitiesGeoJson(marks: readonly FacilityMark[]): ArrayBuffer {
  const out = new ByteWriter().text('{"type":"FeatureCollection","features":[');
  marks.forEach(({ name, x, y, state }, k) => {
    out.text(`${k > 0 ? ',' : ''}\n{"type":"Feature","id":${k},"properties":${JSON.stringify({ id: k, name, state })},"geometry":{"type":"Point","coordinates":`).position(x, y).text('}}');
  });
  return out.text('\n]}\n').finish();
}
