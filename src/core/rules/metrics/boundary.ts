/** Where a community lies, and who answers for it (policy sheet §1). */
import { known, UNKNOWN, type Fact } from '../fact.ts';
import type { CommunityFacts } from '../facts.ts';
import { derived, number, truth, word } from './metric.ts';

type Of = CommunityFacts;

export const BOUNDARY_METRICS = {
  areaSquareMetres: number('squareMetres', (f: Of) => f.areaSquareMetres),
  pieces: number('pieces', (f: Of) => f.pieces),
  piecesDeclared: truth((f: Of) => f.piecesDeclared),
  contestedSquareMetres: number('squareMetres', (f: Of) => f.contestedSquareMetres),
  /** How many subdistricts or towns its ground lies in; likewise districts. */
  subdistricts: number('areas', (f: Of) => f.subdistricts),
  districts: number('areas', (f: Of) => f.districts),
  /** How many bodies manage parts of its ground: a zone entrusted with part of it and the district make two. */
  managers: number('areas', (f: Of) => f.managers),
  manager: derived(word(managerOf)),
  zone: word((f: Of) => f.zone),
  entrusted: truth((f: Of) => f.entrusted),
  cutCompounds: number('compounds', (f: Of) => f.cutCompounds),
  fourLimits: word((f: Of) => f.fourLimits),
  kind: word((f: Of) => f.kind),
  district: word((f: Of) => f.district),
  districtKind: word((f: Of) => f.districtKind),
  /** Way of approval; `ordinary` outside every zone. */
  route: derived(word(({ route, zone }: Of) => (!route.known && zone.known && zone.value === '' ? known('ordinary') : route))),
};

/** The zone where it is entrusted, else the district; unknown where the zone does not say. */
function managerOf({ zone, entrusted, districtKind }: Of): Fact<string> {
  if (districtKind.known && districtKind.value === 'zone') return known('zone');
  if (zone.known && zone.value === '') return known('district');
  if (!entrusted.known) return UNKNOWN;
  return known(entrusted.value ? 'zone' : 'district');
}
