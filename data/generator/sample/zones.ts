/** Development zones: one for each way a community there is approved; the way is the zone's attribute, never a guess. */
import type { MultiPolygon, Polygon } from 'geojson';
import type { ArcMap } from './arcs.ts';
import type { Community } from './divisions.ts';
import { unionOf, type Layer } from './shapes.ts';

export interface Zone {
  name: string;
  kind: 'highTech' | 'port' | 'newArea' | 'industrialPark';
  /** Entrusted: the zone manages; else the district does. */
  entrusted: boolean;
  route: '1' | '2' | 'xixian' | 'unknown';
  communities: Community[];
}

export function zonesOf(map: ArcMap, communities: readonly Community[]): Zone[] {
  const of = (subdistrict: string): Community[] => communities.filter((c) => c.subdistrict.name === subdistrict);
  const beside = (list: Community[], count: number): Community[] => connectedPart(map, list, count);
  return [
    { name: '青梧高新产业园（虚构）', kind: 'highTech', entrusted: true, route: '2', communities: of('青梧街道') },
    { name: '墨池新区片区（虚构）', kind: 'newArea', entrusted: true, route: 'xixian', communities: of('墨池镇') },
    { name: '芦汀科创园（虚构）', kind: 'industrialPark', entrusted: true, route: 'unknown', communities: beside(of('芦汀镇'), 4) },
    { name: '云浦港片区（虚构）', kind: 'port', entrusted: false, route: '1', communities: beside(of('云浦街道'), 3) },
  ];
}

export function zoneLayer(map: ArcMap, zones: readonly Zone[]): Layer<Polygon | MultiPolygon>['features'] {
  return zones.map(({ communities, ...zone }) => ({
    type: 'Feature',
    properties: { name: zone.name, kind: zone.kind, entrusted: zone.entrusted, route: zone.route },
    geometry: unionOf(map, communities.flatMap((c) => c.blocks)),
  }));
}

/** The last community of the list and those that lie next to what is taken so far. */
function connectedPart(map: ArcMap, list: Community[], count: number): Community[] {
  const arcs = new Map(list.map((c) => [c, new Set(c.blocks.flatMap((block) => map.around(block)).map((arc) => arc.key))]));
  const taken = [list.at(-1)!];
  while (taken.length < count) {
    const touches = (c: Community): boolean => taken.some((t) => [...arcs.get(t)!].some((key) => arcs.get(c)!.has(key)));
    const next = list.find((c) => !taken.includes(c) && touches(c));
    if (next === undefined) throw new Error('A zone does not find enough communities side by side.');
    taken.push(next);
  }
  return taken;
}
