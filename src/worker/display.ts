/** What the map draws of the loaded layers, as GeoJSON bytes. */
import { boundaryLines, type BoundaryLine } from '../core/coverage/boundaryLines.ts';
import { DEFAULT_TOLERANCES } from '../core/coverage/defect.ts';
import type { PolygonLayer } from '../core/coverage/layer.ts';
import { matchEdges } from '../core/coverage/matching.ts';
import { surveyRings, type RingFacts } from '../core/coverage/rings.ts';
import { layerGeoJson, linesGeoJson } from '../io/geojson/writeLayer.ts';
import type { DisplayLayers } from './protocol.ts';

type LineKind = 'district' | 'subdistrict' | 'community' | 'declared';

export interface DisplayInput {
  units: PolygonLayer;
  facts: RingFacts;
  /** From this unit on, ground of no community. */
  firstDeclared: number;
  subdistrictOf: (unit: number) => string | null;
  parent: PolygonLayer | null;
}

const JOINED: ReadonlySet<LineKind> = new Set(['district', 'subdistrict']);

export function displayLayers({ units, facts, firstDeclared, subdistrictOf, parent }: DisplayInput): DisplayLayers {
  const partner = matchEdges(units, facts, null);
  const between = (a: number, b: number): LineKind => {
    if (a >= firstDeclared || b >= firstDeclared) return 'declared';
    const here = subdistrictOf(a);
    return b >= 0 && here !== null && subdistrictOf(b) !== null && here !== subdistrictOf(b) ? 'subdistrict' : 'community';
  };
  const lines: BoundaryLine<LineKind>[] = boundaryLines(units, facts, partner, between, JOINED);
  if (parent) {
    const parentFacts = surveyRings(parent, DEFAULT_TOLERANCES.gridMetres);
    lines.push(...boundaryLines<LineKind>(
      parent, parentFacts, matchEdges(parent, parentFacts, null), (_, b) => (b < 0 ? 'district' : 'subdistrict'), JOINED,
    ));
  }
  const nothing = { unitCount: 0, vertexCount: 0, coordinates: new Int32Array(0), ringStart: new Uint32Array(1), polygonStart: new Uint32Array(1), unitStart: new Uint32Array(1), unclosedRings: [] };
  return {
    unitsGeoJson: layerGeoJson(units, (index) => ({ index, role: index < firstDeclared ? 'community' : 'declared' })),
    boundariesGeoJson: linesGeoJson(lines),
    parentGeoJson: layerGeoJson(parent ?? nothing, (index) => ({ index })),
    bounds: boundsOf([units, parent]),
  };
}

function boundsOf(layers: (PolygonLayer | null)[]): [number, number, number, number] {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const layer of layers) {
    if (!layer) continue;
    const xy = layer.coordinates;
    for (let i = 0; i < layer.vertexCount; i++) {
      west = Math.min(west, xy[2 * i]!);
      east = Math.max(east, xy[2 * i]!);
      south = Math.min(south, xy[2 * i + 1]!);
      north = Math.max(north, xy[2 * i + 1]!);
    }
  }
  return west === Infinity ? [73, 18, 135, 54] : [west / 1e7, south / 1e7, east / 1e7, north / 1e7];
}
