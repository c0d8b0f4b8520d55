/** From the loaded files to what plans stand on: units, atoms, zones, streets. */
import type { Atom } from '../../core/households/atom.ts';
import type { Dataset } from '../../core/households/atom.ts';
import { selectAtoms } from '../../core/households/selectAtoms.ts';
import type { PolygonLayer } from '../../core/coverage/layer.ts';
import type { Surroundings, Zone } from '../../core/plan/departures.ts';
import type { SourceUnit } from '../../core/plan/open.ts';
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import type { PlanSource } from '../../io/geojson/writePlan.ts';
import type { SourceLayer } from '../../io/sourceLayer.ts';
import { fieldText } from '../../io/fieldValues.ts';
import { settlementKind } from '../../io/settlementKind.ts';
import { cell } from '../../io/unitLabel.ts';
import type { UnitSummary } from '../protocol.ts';
import type { StreetLine } from './snap.ts';

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
  zones: readonly { source: SourceLayer; nameColumn: string | undefined }[];
  /** GeoJSON features of the background, as they are drawn. */
  context: readonly { properties: Record<string, string>; geometry: unknown }[];
}

export function sourceUnits(summaries: readonly UnitSummary[]): SourceUnit[] {
  return summaries.map(({ label, name, code, role, kind, subdistrict }) => ({
    label, name, code, role, groundKind: role === 'declared' ? kind : null, kind: settlementKind(kind), subdistrict,
  }));
}

export function datasetOf({ summaries, atoms }: PlanFiles): Dataset {
  return {
    atoms: selectAtoms(atoms).atoms,
    control: summaries.map(({ households, people, role }) => (role === 'declared' ? { households: null, people: null } : { households: whole(households), people: whole(people) })),
  };
}

function whole(value: number | null): number | null {
  return value === null || !Number.isFinite(value) || value < 0 ? null : Math.round(value);
}

export function surroundingsOf({ zones, parent, parentNames }: PlanFiles): Surroundings {
  return { zones: zones.flatMap(({ source, nameColumn }) => zonesOf(source, nameColumn)), parents: parent && parent.unitCount > 1 ? parentNames : [] };
}

function zonesOf({ layer, properties }: SourceLayer, nameColumn: string | undefined): Zone[] {
  const { coordinates, ringStart, polygonStart, unitStart } = layer;
  return properties.map((row, unit) => {
    const rings: number[][] = [];
    for (let r = polygonStart[unitStart[unit]!]!; r < polygonStart[unitStart[unit + 1]!]!; r++) {
      rings.push([...coordinates.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!)]);
    }
    return { name: fieldText(cell(row, nameColumn)).value ?? `#${unit + 1}`, rings };
  });
}

export function streetsOf(context: PlanFiles['context']): StreetLine[] {
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
