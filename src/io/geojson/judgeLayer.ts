/** What can be said only when all features are read: whether they are in degrees, where they lie, which way their rings turn. */
import type { PolygonLayer } from '../../core/coverage/layer.ts';
import type { Collected } from './collected.ts';
import { boundsOf, type Bounds } from './extent.ts';
import { isSwappedChina } from './explainCoordinates.ts';
import { guessProjection } from './projectedGuess.ts';

export interface Judgement {
  bounds: Bounds | null;
  /** False when no position is in degrees, longitude first. */
  isPlaced: boolean;
}

export function judgeLayer(collected: Collected, layer: PolygonLayer): Judgement {
  const bounds = boundsOf(collected.extent);
  const { problems } = collected;
  const { clockwiseShells, counterclockwiseShells } = collected.extent;
  if (isRefusedByPlace(collected, bounds)) return { bounds, isPlaced: false };
  judgeCounts(collected, layer);
  if (clockwiseShells > 0 && counterclockwiseShells > 0) {
    problems.add(null, { code: 'windingMixed', severity: 'information', found: String(clockwiseShells), expected: String(counterclockwiseShells) });
  }
  if (bounds && bounds[0] <= 0 && bounds[2] >= 0 && bounds[1] <= 0 && bounds[3] >= 0) noteZeroPositions(collected, layer);
  return { bounds, isPlaced: true };
}

/** Not degrees, or degrees the wrong way round. One problem of the file stands for those of all its features. */
function isRefusedByPlace({ problems, placements, outsideSample }: Collected, bounds: Bounds | null): boolean {
  const expected = '[lng, lat]';
  if (placements.degrees === 0 && outsideSample) {
    const [x, y] = outsideSample;
    problems.drop('outOfRange');
    if (placements.swapped > placements.projected) {
      problems.add(null, { code: 'swappedAxes', severity: 'refused', found: `[${x}, ${y}]`, expected });
    } else {
      const { systems, northingFirst } = guessProjection(x, y);
      const guess = systems.length > 0 ? ` ${northingFirst ? '[N, E] ' : ''}${systems.join(' / ')}` : '';
      problems.add(null, { code: 'projectedCoordinates', severity: 'refused', found: `[${x}, ${y}]${guess && ` →${guess}`}`, expected });
    }
    return true;
  }
  // West of 90° east a swapped position is within the range of degrees: it would lie in the Arctic Ocean.
  if (bounds && isSwappedChina(bounds[0], bounds[1]) && isSwappedChina(bounds[2], bounds[3])) {
    problems.drop('outOfRange');
    problems.add(null, { code: 'swappedAxes', severity: 'refused', found: `[${bounds[0]}, ${bounds[1]}]`, expected });
    return true;
  }
  return false;
}

function judgeCounts(collected: Collected, layer: PolygonLayer): void {
  const { problems, skipped } = collected;
  const types = Object.entries(collected.geometryTypes).map(([name, count]) => `${name} ${count}`).join(', ');
  const hasPolygons = layer.polygonStart.length > 1;
  if (collected.featureCount === 0) {
    if (!problems.hasRefusal()) problems.add(null, { code: 'noFeatures', severity: 'refused', found: '"features": []', expected: 'Polygon, MultiPolygon' });
  } else if (!hasPolygons && collected.refusedIndex.length === 0) {
    problems.add(null, { code: 'noPolygons', severity: 'refused', found: types, expected: 'Polygon, MultiPolygon' });
  } else if (skipped > 0) {
    problems.add(collected.firstSkipped, { code: 'mixedGeometry', severity: 'warning', field: 'geometry.type', found: types, expected: 'Polygon, MultiPolygon', more: skipped - 1 });
  }
}

/** Longitude 0, latitude 0 is what a failed conversion leaves behind. */
function noteZeroPositions(collected: Collected, { coordinates, ringStart, polygonStart, unitStart, vertexCount }: PolygonLayer): void {
  let unit = 0;
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if (coordinates[2 * vertex] !== 0 || coordinates[2 * vertex + 1] !== 0) continue;
    while (ringStart[polygonStart[unitStart[unit + 1]!]!]! <= vertex) unit++;
    collected.problems.add(collected.featureIndex[unit]!, {
      code: 'zeroPosition', severity: 'warning', field: 'geometry.coordinates', found: '[0, 0]', expected: '[lng, lat]', lngLat: [0, 0],
    });
  }
}
