/** The drawn area of a search. It shows where; people are counted by looking up each home, never by this polygon. */
import { contours } from 'd3-contour';
import type { MultiPolygon, Position } from 'geojson';
import { STEPS_PER_DEGREE } from '../geo/coordinates.ts';
import { offsetOnChain } from './contract.ts';
import { METRES_PER_STEP, metresPerStepEast, MILLIMETRES_PER_METRE } from './edgeLength.ts';
import { UNREACHED } from './place.ts';
import type { NearestEdgeRaster } from './raster.ts';
import type { Search } from './search.ts';
import type { StreetNetwork } from './streetNetwork.ts';

/** Cells by which a value may be beyond the limit or short of it: where the way leaps, the line runs halfway between two cells. */
const CLAMP_CELLS = 1;
/** Margin round the reached streets beyond the off-street distance. */
const MARGIN_CELLS = 2;
const DECIMALS = 1e7;

interface Frame {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Area within `limitMillimetres` (at most the search's own) in degrees: outer rings run counter-clockwise, holes and several parts are kept.
 * Null where nothing is reached.
 */
export function isochronePolygon(search: Search, network: StreetNetwork, raster: NearestEdgeRaster, limitMillimetres = search.limit): MultiPolygon | null {
  const limit = Math.min(limitMillimetres, search.limit);
  const frame = frameOf(search, network, raster, limit);
  if (frame === null) return null;
  const values = valuesIn(frame, search, network, raster, limit);
  const { coordinates } = contours().size([frame.columns, frame.rows]).contour(values as unknown as number[], 0);
  const place = ([x, y]: Position): Position => [
    Math.round(((raster.west + (frame.column + x!) * raster.cellEast) / STEPS_PER_DEGREE) * DECIMALS) / DECIMALS,
    Math.round(((raster.south + (frame.row + y!) * raster.cellNorth) / STEPS_PER_DEGREE) * DECIMALS) / DECIMALS,
  ];
  const polygons = coordinates.map((rings) => rings.map((ring, k) => wound(ring.map(place), k === 0))).filter((rings) => rings[0]!.length >= 4);
  return polygons.length === 0 ? null : { type: 'MultiPolygon', coordinates: polygons };
}

/** Millimetres left of the limit at each cell's centre, clamped; the contour of zero is the edge of the area. */
function valuesIn(frame: Frame, search: Search, { graph, net }: StreetNetwork, raster: NearestEdgeRaster, limit: number): Float64Array {
  const clamp = CLAMP_CELLS * raster.cellMetres * MILLIMETRES_PER_METRE;
  const values = new Float64Array(frame.columns * frame.rows).fill(-clamp);
  const { coordinates: xy } = graph;
  for (let r = 0; r < frame.rows; r++) {
    const row = frame.row + r;
    if (row < 0 || row >= raster.rows) continue;
    const y = raster.south + (row + 0.5) * raster.cellNorth;
    const eastMetres = metresPerStepEast(y);
    for (let c = 0; c < frame.columns; c++) {
      const column = frame.column + c;
      if (column < 0 || column >= raster.columns) continue;
      const edge = raster.edge[row * raster.columns + column]!;
      if (edge < 0) continue;
      const x = raster.west + (column + 0.5) * raster.cellEast;
      const a = 2 * graph.edgeFrom[edge]!;
      const b = 2 * graph.edgeTo[edge]!;
      const dx = (xy[b]! - xy[a]!) * eastMetres;
      const dy = (xy[b + 1]! - xy[a + 1]!) * METRES_PER_STEP;
      const px = (x - xy[a]!) * eastMetres;
      const py = (y - xy[a + 1]!) * METRES_PER_STEP;
      const squared = dx * dx + dy * dy;
      let share = squared === 0 ? 0 : (px * dx + py * dy) / squared;
      share = share < 0 ? 0 : share > 1 ? 1 : share;
      const along = search.at(net.edgeChain[edge]!, offsetOnChain(net, graph, edge, Math.round(share * graph.edgeMillimetres[edge]!)));
      if (along === UNREACHED) continue;
      const left = limit - along - Math.hypot(px - share * dx, py - share * dy) * MILLIMETRES_PER_METRE;
      values[r * frame.columns + c] = left > clamp ? clamp : left < -clamp ? -clamp : left;
    }
  }
  return values;
}

/** Cells round all edges with a reached end. */
function frameOf(search: Search, { graph, net }: StreetNetwork, raster: NearestEdgeRaster, limit: number): Frame | null {
  const { coordinates: xy } = graph;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (vertex: number) => {
    const [x, y] = [xy[2 * vertex]!, xy[2 * vertex + 1]!];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  };
  const chains = search.reachedChains();
  for (const chain of chains) {
    const [first, end] = [net.chainEdgeStart[chain]!, net.chainEdgeStart[chain + 1]!];
    for (let i = first; i < end; i++) {
      const edge = net.chainEdges[i]!;
      const [from, to] = [graph.edgeFrom[edge]!, graph.edgeTo[edge]!];
      // A long chain is often reached for a part of it only; a chain of one edge always counts.
      if (end - first > 1 && search.atVertex(from) > limit && search.atVertex(to) > limit) continue;
      take(from);
      take(to);
    }
  }
  if (west > east) return null;
  const margin = Math.ceil(raster.offStreetMetres / raster.cellMetres) + MARGIN_CELLS;
  const column = Math.floor((west - raster.west) / raster.cellEast) - margin;
  const row = Math.floor((south - raster.south) / raster.cellNorth) - margin;
  return {
    column, row,
    columns: Math.floor((east - raster.west) / raster.cellEast) + margin - column + 1,
    rows: Math.floor((north - raster.south) / raster.cellNorth) + margin - row + 1,
  };
}

function wound(ring: Position[], isOuter: boolean): Position[] {
  let doubled = 0;
  for (let i = 0; i + 1 < ring.length; i++) doubled += ring[i]![0]! * ring[i + 1]![1]! - ring[i + 1]![0]! * ring[i]![1]!;
  return doubled > 0 === isOuter ? ring : ring.reverse();
}
