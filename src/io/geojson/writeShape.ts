/** A derived shape as GeoJSON bytes: 7 decimals, rings closed, shells counter-clockwise. */
import type { ShapePolygon } from '../../core/coverage/shape.ts';
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import { boxOf } from '../../core/coverage/ringMeasure.ts';
import type { PositionTexts } from './positionTexts.ts';
import type { ByteWriter } from './writeBytes.ts';

/** `isMulti`: as the file had it, a MultiPolygon even of one polygon. */
export function writeShape(out: ByteWriter, polygons: readonly ShapePolygon[], isMulti: boolean, texts: PositionTexts): ByteWriter {
  if (polygons.length === 0) return out.text('null');
  const asMulti = isMulti || polygons.length > 1;
  out.text(asMulti ? '{"type":"MultiPolygon","coordinates":[' : '{"type":"Polygon","coordinates":');
  polygons.forEach((rings, p) => {
    out.text(p > 0 ? ',[' : '[');
    rings.forEach((ring, r) => {
      out.text(r > 0 ? ',[' : '[');
      for (let i = 0; i < ring.length; i += 2) writePosition(out, ring[i]!, ring[i + 1]!, texts).comma();
      writePosition(out, ring[0]!, ring[1]!, texts).text(']');
    });
    out.text(']');
  });
  return out.text(asMulti ? ']}' : '}');
}

function writePosition(out: ByteWriter, x: number, y: number, texts: PositionTexts): ByteWriter {
  const asRead = texts.find(x, y);
  return asRead === undefined ? out.position(x, y) : out.text(asRead);
}

/** West, south, east, north in degrees. */
export function shapeBounds(polygons: readonly ShapePolygon[]): number[] {
  return boxOf(polygons.flatMap(([shell]) => shell!)).map((value) => value / STEPS_PER_DEGREE);
}
