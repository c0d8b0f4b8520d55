/** The plan as polygons: what a file of it would hold. Units as they were read where they are written so, else as they stand. */
import type { PolygonLayer } from '../coverage/layer.ts';
import type { ShapePolygon } from '../coverage/shape.ts';
import type { Plan } from './plan.ts';
import { writtenShapes } from './writtenShapes.ts';

/** Unit indices are the plan's; a unit that was merged away has no polygon. `layer`: what was read. */
export function planLayer(base: Plan, plan: Plan, layer: PolygonLayer, parent: PolygonLayer | null = null): PolygonLayer {
  const shapes = new Map(writtenShapes(plan, base.coverage, layer, parent).map(({ unit, polygons }) => [unit, polygons]));
  const out = new LayerWriter();
  let index = 0;
  for (const { source, abolished } of plan.units) {
    const shape = shapes.get(index++);
    out.unit();
    if (shape) out.polygons(shape);
    else if (source !== null && !abolished) out.asRead(layer, source);
  }
  return out.finish();
}

class LayerWriter {
  private readonly coordinates: number[] = [];
  private readonly ringStart: number[] = [];
  private readonly polygonStart: number[] = [];
  private readonly unitStart: number[] = [];
  private readonly unclosed: number[] = [];

  unit(): void {
    this.unitStart.push(this.polygonStart.length);
  }

  polygons(polygons: readonly ShapePolygon[]): void {
    for (const rings of polygons) {
      this.polygonStart.push(this.ringStart.length);
      for (const ring of rings) {
        this.ringStart.push(this.coordinates.length / 2);
        for (const value of ring) this.coordinates.push(value);
      }
    }
  }

  asRead(layer: PolygonLayer, unit: number): void {
    for (let p = layer.unitStart[unit]!; p < layer.unitStart[unit + 1]!; p++) {
      this.polygonStart.push(this.ringStart.length);
      for (let r = layer.polygonStart[p]!; r < layer.polygonStart[p + 1]!; r++) {
        if (layer.unclosedRings.includes(r)) this.unclosed.push(this.ringStart.length);
        this.ringStart.push(this.coordinates.length / 2);
        for (let i = 2 * layer.ringStart[r]!; i < 2 * layer.ringStart[r + 1]!; i++) this.coordinates.push(layer.coordinates[i]!);
      }
    }
  }

  finish(): PolygonLayer {
    const vertexCount = this.coordinates.length / 2;
    return {
      unitCount: this.unitStart.length, vertexCount, coordinates: Int32Array.from(this.coordinates),
      ringStart: Uint32Array.from([...this.ringStart, vertexCount]), polygonStart: Uint32Array.from([...this.polygonStart, this.ringStart.length]),
      unitStart: Uint32Array.from([...this.unitStart, this.polygonStart.length]), unclosedRings: this.unclosed,
    };
  }
}
