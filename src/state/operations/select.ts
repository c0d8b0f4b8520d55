/** Selects a community or a defect; with `fly`, the map goes there. */
import type { DefectGeometry } from '../../core/coverage/defect.ts';
import { useCheck } from '../check.ts';
import { useSession } from '../session.ts';
import { flyToBounds, useView, type Bounds } from '../view.ts';

export function selectUnit(index: number, fly = false): void {
  useView.setState({ selection: { kind: 'unit', index } });
  if (fly) flyToUnit(index);
}

export function flyToUnit(index: number): void {
  const bounds = useSession.getState().loaded?.units[index]?.bounds;
  if (bounds) flyToBounds(bounds);
}

export function selectDefect(id: string, fly = false): void {
  useView.setState({ selection: { kind: 'defect', id } });
  if (fly) flyToDefect(id);
}

export function flyToDefect(id: string): void {
  const defect = useCheck.getState().report?.result.defects.find((each) => each.id === id);
  if (defect) flyToBounds(boundsOf(defect.geometry));
}

export function clearSelection(): void {
  useView.setState({ selection: null });
}

function boundsOf(geometry: DefectGeometry): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (coordinates: unknown[]): void => {
    const [x, y] = coordinates;
    if (typeof x === 'number' && typeof y === 'number') {
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
    } else {
      for (const part of coordinates) visit(part as unknown[]);
    }
  };
  visit(geometry.coordinates);
  return bounds;
}
