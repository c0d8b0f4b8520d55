/** From the loaded files to what plans stand on: units, atoms, zones, streets. */
import type { Atom } from '../../core/households/atom.ts';
import type { PolygonLayer } from '../../core/coverage/layer.ts';
import type { FactZone } from '../../core/facts/zones.ts';
import type { Surroundings } from '../../core/plan/departures.ts';
import type { SourceUnit } from '../../core/plan/open.ts';
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import type { PlanSource } from '../../io/geojson/writePlan.ts';
import { settlementKind } from '../../io/settlementKind.ts';
import type { UnitSummary } from '../protocol.ts';
import type { StreetLine } from './snap.ts';
import type { TableBook } from './tables.ts';

/** What the session hands over when files are loaded. */
export interface PlanFiles {
  /** In the order of the units. */
  sources: readonly PlanSource[];
  units: PolygonLayer;
  parent: PolygonLayer | null;
  parentNames: readonly string[];
  parentSquareMetres: number | null;
  summaries: readonly UnitSummary[];
  atoms: readonly Atom[];
  /** Null: none were loaded. */
  zones: readonly FactZone[] | null;
  /** What is known of communities and compounds. */
  tables: TableBook;
  /** GeoJSON features of the background, as they are drawn. */
  context: () => readonly { properties: Record<string, string>; geometry: unknown }[];
}

export function sourceUnits(summaries: readonly UnitSummary[]): SourceUnit[] {
  return summaries.map(({ label, name, code, role, kind, subdistrict }) => ({
    label, name, code, role, groundKind: role === 'declared' ? kind : null, kind: settlementKind(kind), subdistrict,
  }));
}

export function surroundingsOf({ zones, parent, parentNames }: PlanFiles): Surroundings {
  return { zones: zones ?? [], parents: parent && parent.unitCount > 1 ? parentNames : [] };
}

export function streetsOf(context: ReturnType<PlanFiles['context']>): StreetLine[] {
  const streets: StreetLine[] = [];
  for (const { properties, geometry } of context) {
    if (properties.kind !== 'street') continue;
    const { type, coordinates } = geometry as { type: string; coordinates: unknown };
    const lines = type === 'LineString' ? [coordinates] : type === 'MultiLineString' ? (coordinates as unknown[]) : [];
    for (const line of lines) {
      const xy = (line as [number, number][]).flatMap(([lng, lat]) => [Math.round(lng * STEPS_PER_DEGREE), Math.round(lat * STEPS_PER_DEGREE)]);
      if (xy.length >= 4) streets.push({ name: properties.name ?? null, xy });
    }
  }
  return streets;
}
