/** Layers and lines as GeoJSON bytes, for the map: geometry and an index, no attributes. */
import type { BoundaryLine } from '../../core/coverage/boundaryLines.ts';
import type { PolygonLayer } from '../../core/coverage/layer.ts';
import { ByteWriter } from './writeBytes.ts';

export function layerGeoJson(layer: PolygonLayer, properties: (unit: number) => Record<string, string | number>): ArrayBuffer {
  const { coordinates: xy, ringStart, polygonStart, unitStart } = layer;
  const out = new ByteWriter(layer.vertexCount * 24 + 1024);
  out.text('{"type":"FeatureCollection","features":[');
  for (let u = 0; u < layer.unitCount; u++) {
    out.text(`${u > 0 ? ',' : ''}\n{"type":"Feature","id":${u},"properties":${JSON.stringify(properties(u))},"geometry":{"type":"MultiPolygon","coordinates":[`);
    for (let p = unitStart[u]!; p < unitStart[u + 1]!; p++) {
      out.text(p > unitStart[u]! ? ',[' : '[');
      for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
        const first = ringStart[r]!;
        const end = ringStart[r + 1]!;
        if (end - first < 3) continue;
        out.text(r > polygonStart[p]! ? ',[' : '[');
        for (let i = first; i < end; i++) out.position(xy[2 * i]!, xy[2 * i + 1]!).comma();
        out.position(xy[2 * first]!, xy[2 * first + 1]!).text(']');
      }
      out.text(']');
    }
    out.text(']}}');
  }
  return out.text('\n]}\n').finish();
}

export function linesGeoJson(lines: readonly BoundaryLine<string>[]): ArrayBuffer {
  const out = new ByteWriter();
  out.text('{"type":"FeatureCollection","features":[');
  lines.forEach(({ kind, points }, index) => {
    out.text(`${index > 0 ? ',' : ''}\n{"type":"Feature","properties":{"kind":${JSON.stringify(kind)}},"geometry":{"type":"LineString","coordinates":[`);
    for (let i = 0; i < points.length; i += 2) {
      if (i > 0) out.comma();
      out.position(points[i]!, points[i + 1]!);
    }
    out.text(']}}');
  });
  return out.text('\n]}\n').finish();
}
