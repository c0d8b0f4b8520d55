/**
 * Datums never mix silently. Two layers that should share lines and do not, but
 * would after a known conversion, are told: most often one of them comes from an
 * online map in GCJ-02 or BD-09, some 500 m off.
 */
import gcoord from 'gcoord';
import type { PolygonLayer } from '../coverage/layer.ts';
import { STEPS_PER_DEGREE, type Datum } from './coordinates.ts';

export interface DatumSuspicion {
  /** Which of the two layers is in another datum. */
  layer: 'child' | 'parent';
  datum: Exclude<Datum, 'CGCS2000'>;
  /** Share of the sampled parent vertices that have a partner: as read, and after the conversion. */
  shareAsRead: number;
  shareConverted: number;
}

const SAMPLES = 600;
/** GCJ-02 is undone to a few centimetres, BD-09 to some decimetres: 3 m tells them from chance. */
const NEAR_STEPS = 270;
const LEAST_SHARE = 0.5;
const MOST_SHARE_AS_READ = 0.2;

export function suspectDatum(child: PolygonLayer, parent: PolygonLayer): DatumSuspicion | null {
  if (child.vertexCount === 0 || parent.vertexCount === 0) return null;
  const shareAsRead = shareOnOther(parent, child, (p) => p);
  if (shareAsRead > MOST_SHARE_AS_READ) return null;
  let best: DatumSuspicion | null = null;
  for (const datum of ['GCJ-02', 'BD-09'] as const) {
    // Moving the parent into the suspect datum is the same test as moving the child out of it, and cheaper.
    const trials: [DatumSuspicion['layer'], (p: [number, number]) => [number, number]][] = [
      ['child', (p) => fromCgcs2000(p, datum)],
      ['parent', (p) => toCgcs2000(p, datum)],
    ];
    for (const [layer, convert] of trials) {
      const shareConverted = shareOnOther(parent, child, convert);
      if (shareConverted >= LEAST_SHARE && shareConverted > (best?.shareConverted ?? 0)) best = { layer, datum, shareAsRead, shareConverted };
    }
  }
  return best;
}

/** CGCS2000 and WGS 84 agree to centimetres and are treated alike. */
export function toCgcs2000(lngLat: [number, number], from: Datum): [number, number] {
  return from === 'CGCS2000' ? lngLat : gcoord.transform(lngLat, CODES[from], gcoord.WGS84);
}

export function fromCgcs2000(lngLat: [number, number], to: Datum): [number, number] {
  return to === 'CGCS2000' ? lngLat : gcoord.transform(lngLat, gcoord.WGS84, CODES[to]);
}

const CODES = { 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const;

/** Share of a sample of `moved`'s vertices, after conversion, that lie near a vertex of `still`. */
function shareOnOther(moved: PolygonLayer, still: PolygonLayer, convert: (p: [number, number]) => [number, number]): number {
  const cells = new Set<string>();
  for (let i = 0; i < still.vertexCount; i++) {
    cells.add(`${Math.round(still.coordinates[2 * i]! / NEAR_STEPS)},${Math.round(still.coordinates[2 * i + 1]! / NEAR_STEPS)}`);
  }
  const count = Math.min(SAMPLES, moved.vertexCount);
  let near = 0;
  for (let k = 0; k < count; k++) {
    const i = Math.floor((k * moved.vertexCount) / count);
    const [lng, lat] = convert([moved.coordinates[2 * i]! / STEPS_PER_DEGREE, moved.coordinates[2 * i + 1]! / STEPS_PER_DEGREE]);
    const x = Math.round((lng * STEPS_PER_DEGREE) / NEAR_STEPS);
    const y = Math.round((lat * STEPS_PER_DEGREE) / NEAR_STEPS);
    let found = false;
    for (let dx = -1; dx <= 1 && !found; dx++) for (let dy = -1; dy <= 1 && !found; dy++) found = cells.has(`${x + dx},${y + dy}`);
    if (found) near++;
  }
  return near / count;
}
