/** How large a community is, by which count, and what is planned for it (policy sheet §2, §5). */
import { householdsOf, peopleOf, roomsHouseholdsOf } from '../basis.ts';
import { classify } from '../classify.ts';
import { derive, known, onBasis, type Fact } from '../fact.ts';
import type { CommunityFacts } from '../facts.ts';
import { date, derived, number, percent, truth, word, type Setting } from './metric.ts';

type Of = CommunityFacts;

export const SIZE_METRICS = {
  households: derived(number('households', (f: Of, { bases }) => householdsOf(f, bases))),
  people: derived(number('people', (f: Of, { bases }) => peopleOf(f, bases))),
  householdsResident: number('households', (f: Of) => f.households),
  householdsRegistered: number('households', (f: Of) => f.householdsRegistered),
  householdsExpected: number('households', (f: Of) => f.householdsExpected),
  dwellings: number('dwellings', (f: Of) => f.dwellings),
  roomsHouseholds: derived(number('households', (f: Of, { bases }) => roomsHouseholdsOf(f, bases))),
  peoplePerHousehold: derived(number('peoplePerHousehold', peoplePerHousehold)),
  occupancy: derived(number('percent', (f: Of) => derive(f.dwellingsOccupied, f.dwellings, percent))),
  sizeClass: derived(word((f: Of, setting) => known(classify(f, setting.classification, setting.bases).class))),
  state: word((f: Of) => f.state),
  newBuild: truth((f: Of) => f.newBuild),
  newSetUp: truth((f: Of) => f.newSetUp),
  attached: truth((f: Of) => f.attached),
  completed: date((f: Of) => f.completed),
  established: date((f: Of) => f.established),
  approved: date((f: Of) => f.approved),
  elected: date((f: Of) => f.elected),
  electionHeld: truth((f: Of) => f.electionHeld),
  grids: number('grids', (f: Of) => f.grids),
  villagersGroups: number('groups', (f: Of) => f.villagersGroups),
  compounds: number('compounds', (f: Of) => f.compounds),
};

/** Residents by resident households, or registered by registered: never one by the other. */
function peoplePerHousehold(facts: Of, _setting: Setting): Fact<number> {
  const resident = derive(facts.households, facts.people, perHousehold);
  if (resident.known) return onBasis(resident, 'resident');
  const registered = derive(facts.householdsRegistered, facts.peopleRegistered, perHousehold);
  return registered.known ? onBasis(registered, 'registered') : registered;
}

function perHousehold(households: number, people: number): number | null {
  return households > 0 ? people / households : null;
}
