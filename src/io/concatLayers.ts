/** Layers laid behind one another as one: communities, then declared ground. */
import type { PolygonLayer } from '../core/coverage/layer.ts';

export function concatLayers(layers: readonly PolygonLayer[]): PolygonLayer {
  if (layers.length === 1) return layers[0]!;
  const total = (count: (layer: PolygonLayer) => number) => layers.reduce((sum, layer) => sum + count(layer), 0);
  const vertexCount = total((l) => l.vertexCount);
  const coordinates = new Int32Array(2 * vertexCount);
  const ringStart = new Uint32Array(total((l) => l.ringStart.length - 1) + 1);
  const polygonStart = new Uint32Array(total((l) => l.polygonStart.length - 1) + 1);
  const unitStart = new Uint32Array(total((l) => l.unitCount) + 1);
  const unclosedRings: number[] = [];
  let vertices = 0;
  let rings = 0;
  let polygons = 0;
  let units = 0;
  for (const layer of layers) {
    coordinates.set(layer.coordinates.subarray(0, 2 * layer.vertexCount), 2 * vertices);
    for (let r = 0; r + 1 < layer.ringStart.length; r++) ringStart[rings + r] = vertices + layer.ringStart[r]!;
    for (let p = 0; p + 1 < layer.polygonStart.length; p++) polygonStart[polygons + p] = rings + layer.polygonStart[p]!;
    for (let u = 0; u < layer.unitCount; u++) unitStart[units + u] = polygons + layer.unitStart[u]!;
    for (const ring of layer.unclosedRings) unclosedRings.push(rings + ring);
    vertices += layer.vertexCount;
    rings += layer.ringStart.length - 1;
    polygons += layer.polygonStart.length - 1;
    units += layer.unitCount;
  }
  ringStart[rings] = vertices;
  polygonStart[polygons] = rings;
  unitStart[units] = polygons;
  return { unitCount: units, vertexCount: vertices, coordinates, ringStart, polygonStart, unitStart, unclosedRings };
}
