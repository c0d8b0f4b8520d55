/**
 * Datums never mix silently. Two layers that should share lines and do not, but
 * would after a known conversion, are told: most often one of them comes from an
 * online map in GCJ-02 or BD-09, some 500 m off.
 *
 * The conversions are published approximations: GCJ-02 is undone to about a centimetre, BD-09 to a
 * decimetre or two. Good enough to recognise, and said so where a boundary is converted.
 */
import gcoord from 'gcoord';
import type { PolygonLayer } from '../coverage/layer.ts';
import { STEPS_PER_DEGREE, type Datum, type LngLat } from './coordinates.ts';
import { sampleLine, shareOnLines } from './lineFit.ts';

export interface DatumSuspicion {
  /** Which of the two layers is in another datum. */
  layer: 'child' | 'parent';
  datum: Exclude<Datum, 'CGCS2000'>;
  /** Share of the parent's line that runs along a line of the child: as read, and after the conversion. */
  shareAsRead: number;
  shareConverted: number;
}

const SAMPLES = 2000;
/** Two digitisings of one line agree within this; the datums differ by 30 to 50 times as much. */
const NEAR_METRES = 12;
/** Dense lines lie near any point by chance. A fit must be clear, and clear of what there was. */
const LEAST_SHARE = 0.6;
const LEAST_GAIN = 2.5;

/**
 * Which layer would have to be converted so that the parent's line runs along the child's lines; null
 * when they fit as they are, or under no conversion. Moving the parent into the suspect datum is the
 * same test as moving the child out of it, and only a sample of the parent is ever moved.
 */
export function suspectDatum(child: PolygonLayer, parent: PolygonLayer): DatumSuspicion | null {
  const sample = sampleLine(parent, SAMPLES);
  if (child.vertexCount === 0 || sample.length === 0) return null;
  const shareAsRead = shareOnLines(child, [sample], NEAR_METRES)[0]!;
  // Even a perfect fit would not be clear of this one.
  if (LEAST_GAIN * shareAsRead > 1) return null;
  const trials = (['GCJ-02', 'BD-09'] as const).flatMap((datum) => [
    { layer: 'child', datum, points: sample.map((point) => fromCgcs2000(point, datum)) } as const,
    { layer: 'parent', datum, points: sample.map((point) => toCgcs2000(point, datum)) } as const,
  ]);
  const shares = shareOnLines(child, trials.map(({ points }) => points), NEAR_METRES);
  const best = Math.max(...shares);
  const { layer, datum } = trials[shares.indexOf(best)]!;
  return best < LEAST_SHARE || best < LEAST_GAIN * shareAsRead ? null : { layer, datum, shareAsRead, shareConverted: best };
}

/** CGCS2000 and WGS 84 agree to centimetres and are treated alike. */
export function toCgcs2000([lng, lat]: LngLat, from: Datum): [number, number] {
  return from === 'CGCS2000' ? [lng, lat] : gcoord.transform<[number, number]>([lng, lat], CODES[from], gcoord.WGS84);
}

export function fromCgcs2000([lng, lat]: LngLat, to: Datum): [number, number] {
  return to === 'CGCS2000' ? [lng, lat] : gcoord.transform<[number, number]>([lng, lat], gcoord.WGS84, CODES[to]);
}

/** The layer with every position converted; equal positions stay equal. */
export function layerToCgcs2000(layer: PolygonLayer, from: Datum): PolygonLayer {
  if (from === 'CGCS2000') return layer;
  const coordinates = new Int32Array(2 * layer.vertexCount);
  for (let i = 0; i < coordinates.length; i += 2) {
    const [lng, lat] = toCgcs2000([layer.coordinates[i]! / STEPS_PER_DEGREE, layer.coordinates[i + 1]! / STEPS_PER_DEGREE], from);
    coordinates[i] = Math.round(lng * STEPS_PER_DEGREE);
    coordinates[i + 1] = Math.round(lat * STEPS_PER_DEGREE);
  }
  return { ...layer, coordinates };
}

const CODES = { 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const;
