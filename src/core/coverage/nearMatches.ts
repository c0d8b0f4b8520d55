/** N1 faces of one pair of units that touch are one run of nearly matching line, not a string of findings. */
import type { Defect } from './defect.ts';
import { cycle, origin, type FaceGraph } from './faces.ts';
import type { DefectFace } from './faceDefects.ts';

export function groupNearMatches(list: { item: DefectFace; defect: Defect }[], faces: FaceGraph): Defect[] {
  const out: Defect[] = [];
  const near: typeof list = [];
  for (const entry of list) (entry.defect.class === 'N1' ? near : out as unknown[]).push(entry.defect.class === 'N1' ? entry : entry.defect);
  const leader = near.map((_, i) => i);
  const find = (i: number): number => (leader[i] === i ? i : (leader[i] = find(leader[i]!)));
  const seen = new Map<string, number>();
  near.forEach(({ item, defect }, i) => {
    for (const rim of [faces.outline[item.shape.face]!, ...faces.holes[item.shape.face]!]) {
      for (const h of cycle(faces, rim)) {
        const key = `${origin(faces.graph, h)}|${defect.units.join()}`;
        const other = seen.get(key);
        if (other === undefined) seen.set(key, i);
        else leader[find(i)] = find(other);
      }
    }
  });
  const runs = new Map<number, Defect[]>();
  near.forEach(({ defect }, i) => {
    const run = runs.get(find(i));
    if (run) run.push(defect);
    else runs.set(find(i), [defect]);
  });
  for (const run of runs.values()) out.push(run.length === 1 ? run[0]! : merged(run));
  return out;
}

function merged(run: Defect[]): Defect {
  const widest = run.reduce((a, b) => ((b.widthMetres ?? 0) > (a.widthMetres ?? 0) ? b : a));
  const coordinates = run.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : []))
    .sort((p, q) => p[0]![0]![0]! - q[0]![0]![0]! || p[0]![0]![1]! - q[0]![0]![1]!);
  const borders = new Map<number, number>();
  for (const { unit, lengthMetres } of run.flatMap((d) => d.borders)) borders.set(unit, (borders.get(unit) ?? 0) + lengthMetres);
  return {
    ...widest,
    areaSquareMetres: run.reduce((sum, d) => sum + (d.areaSquareMetres ?? 0), 0),
    lengthMetres: run.reduce((sum, d) => sum + (d.lengthMetres ?? 0), 0),
    geometry: { type: 'MultiPolygon', coordinates },
    borders: [...borders].map(([unit, lengthMetres]) => ({ unit, lengthMetres })).sort((p, q) => q.lengthMetres - p.lengthMetres || p.unit - q.unit),
  };
}
