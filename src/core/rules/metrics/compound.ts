/** Metrics of one compound: its heads, its rooms, its occupancy (policy sheet §2, §3, §4). */
import { derive, onBasis, UNKNOWN, type Fact } from '../fact.ts';
import type { CompoundFacts } from '../facts.ts';
import { date, derived, number, percent, truth } from './metric.ts';

type Of = CompoundFacts;

export const COMPOUND_METRICS = {
  households: number('households', (f: Of) => f.households),
  dwellings: number('dwellings', (f: Of) => f.dwellings),
  plannedDwellings: derived(number('dwellings', plannedDwellings)),
  occupancy: derived(number('percent', (f: Of) => derive(f.dwellingsOccupied, f.dwellings, percent))),
  committeeFormed: truth((f: Of) => f.committeeFormed),
  attached: truth((f: Of) => f.attached),
  stairwellHeads: number('persons', (f: Of) => f.stairwellHeads),
  stationHeads: number('persons', (f: Of) => f.stationHeads),
  partyMembersCount: number('persons', (f: Of) => f.partyMembersCount),
  partyBranch: truth((f: Of) => f.partyBranch),
  roomsSquareMetres: number('squareMetres', (f: Of) => f.roomsSquareMetres),
  completed: date((f: Of) => f.completed),
  planned: date((f: Of) => f.planned),
};

/** A compound that is planned is counted by its dwellings; by households only where these are all there is. */
function plannedDwellings({ dwellings, households }: Of): Fact<number> {
  if (dwellings.known) return onBasis(dwellings, 'dwellings');
  return households.known ? onBasis(households, households.basis ?? 'resident') : UNKNOWN;
}
