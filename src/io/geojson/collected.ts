/**
 * What reading has gathered: units, refused features, counts. Every feature of the file is settled
 * here exactly once: it becomes a unit, is passed over (points, lines), or is refused with its reasons.
 */
import { ProblemList } from '../problemList.ts';
import type { Placement } from './explainCoordinates.ts';
import type { FeatureReading } from './readFeature.ts';
import type { GeometryReading } from './readGeometry.ts';
import { createExtent, extend, type Extent } from './extent.ts';
import type { Properties } from './flatProperties.ts';
import { readId, readProperties } from './readProperties.ts';
import { rollBack, type Mark, type Scan } from './scan.ts';
import { valueText } from './slice.ts';

export interface Collected {
  readonly scan: Scan;
  readonly problems: ProblemList;
  featureCount: number;
  /** True while a feature is being read: a failure lies inside it. */
  inFeature: boolean;
  /** Nothing further is worth reading: the file as a whole is refused. */
  stopped: boolean;
  readonly extent: Extent;
  unitStart: number[];
  featureIndex: number[];
  featureRange: number[];
  properties: Properties[];
  ids: (string | number | null)[];
  refusedIndex: number[];
  refusedRange: number[];
  /** Attributes of the first refused features, to call them by name. */
  refusedProperties: Map<number, Properties>;
  geometryTypes: Record<string, number>;
  firstOfId: Map<string | number, number>;
  /** Points and lines passed over: the first of them. */
  firstSkipped: number;
  skipped: number;
  placements: Record<Placement, number>;
  /** A position of a feature refused for lying outside degrees. */
  outsideSample: [number, number] | null;
}

/** So many features outside degrees, and none inside, make a file that is not in degrees. */
const ENOUGH_OUTSIDE = 5;
const NAMED_REFUSALS = 200;

export function createCollected(file: string, scan: Scan): Collected {
  return {
    scan, problems: new ProblemList(file), featureCount: 0, inFeature: false, stopped: false,
    extent: createExtent(), unitStart: [], featureIndex: [], featureRange: [], properties: [], ids: [],
    refusedIndex: [], refusedRange: [], refusedProperties: new Map(),
    geometryTypes: {}, firstOfId: new Map(), firstSkipped: -1, skipped: 0,
    placements: { degrees: 0, projected: 0, swapped: 0 }, outsideSample: null,
  };
}

/** Settles the feature that was read since `mark`. */
export function settleFeature(collected: Collected, feature: FeatureReading, mark: Mark): void {
  const { scan } = collected;
  const index = collected.featureCount++;
  const end = scan.at;
  if (!feature.isObject || feature.type !== 'Feature') {
    scan.notes.clear();
    const at = feature.isObject ? feature.typeAt : feature.start;
    scan.notes.add({ code: 'notAFeature', severity: 'refused', field: feature.isObject ? 'type' : undefined, found: valueText(scan, at), expected: '"Feature"' });
    scan.at = end;
    refuse(collected, feature, index, mark);
    return;
  }
  const { geometry } = feature;
  count(collected, geometry);
  if (geometry?.kind === 'linesAndPoints') {
    if (collected.skipped++ === 0) collected.firstSkipped = index;
    return;
  }
  if (geometry?.explanation) place(collected, geometry.explanation.placement, geometry.explanation.sample);
  const properties = geometry?.kind === 'refused' ? null : readProperties(scan, feature);
  if (properties === null) {
    refuse(collected, feature, index, mark);
    return;
  }
  if (geometry === null || geometry.kind === 'none') {
    scan.notes.add({ code: 'nullGeometry', severity: 'warning', field: 'geometry', found: geometry ? 'null' : '—', expected: 'Polygon, MultiPolygon' });
  } else if (scan.polygonCount === mark.polygonCount) {
    scan.notes.add({ code: 'emptyGeometry', severity: 'warning', field: 'geometry.coordinates', found: '[]', expected: '[…]' });
  } else collected.placements.degrees++;
  keep(collected, feature, index, mark, properties);
}

function keep(collected: Collected, feature: FeatureReading, index: number, mark: Mark, properties: Properties): void {
  const { scan } = collected;
  const id = readId(scan, feature);
  if (id !== null) {
    const first = collected.firstOfId.get(id);
    if (first === undefined) collected.firstOfId.set(id, index);
    else scan.notes.add({ code: 'duplicateId', severity: 'warning', field: 'id', found: String(id), expected: `#${first}` });
    // As an attribute it can be a code, be searched and be shown like any other.
    if (!Object.hasOwn(properties, 'id')) properties.id = id;
  }
  extend(collected.extent, scan, mark);
  collected.unitStart.push(mark.polygonCount);
  collected.featureIndex.push(index);
  collected.featureRange.push(feature.start, feature.end);
  collected.properties.push(properties);
  collected.ids.push(id);
  collected.problems.addAll(index, scan.notes);
}

function refuse(collected: Collected, feature: FeatureReading, index: number, mark: Mark): void {
  const { scan } = collected;
  rollBack(scan, mark);
  collected.problems.addAll(index, scan.notes);
  collected.refusedIndex.push(index);
  collected.refusedRange.push(feature.start, feature.end);
  if (feature.isObject && collected.refusedProperties.size < NAMED_REFUSALS) {
    const properties = readProperties(scan, feature);
    if (properties) collected.refusedProperties.set(index, properties);
  }
}

function count(collected: Collected, geometry: GeometryReading | null): void {
  const name = geometry === null || geometry.kind === 'none' ? 'null' : (geometry.type ?? 'unknown');
  collected.geometryTypes[name] = (collected.geometryTypes[name] ?? 0) + 1;
}

function place(collected: Collected, placement: Placement, sample: [number, number] | null): void {
  if (placement === 'degrees') return;
  const { placements } = collected;
  placements[placement]++;
  collected.outsideSample ??= sample;
  if (placements.degrees === 0 && placements[placement] >= ENOUGH_OUTSIDE) collected.stopped = true;
}
