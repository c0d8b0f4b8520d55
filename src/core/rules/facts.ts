/**
 * All that rules may ask of a community or a compound, by the names that files give them and a few derived ones.
 * The record is complete: what nobody knows stands there as unknown.
 */
import { known, UNKNOWN, type Fact, type FactValue, type Known } from './fact.ts';

/** Not negative. Areas in square metres. */
export const NUMBER_FACTS = [
  'households', 'householdsRegistered', 'householdsExpected', 'dwellings', 'dwellingsOccupied', 'people', 'peopleRegistered',
  'floorAreaSquareMetres', 'elderlyAreaSquareMetres', 'activityAreaSquareMetres', 'plazaSquareMetres',
  'partyMembers', 'committeeMembers', 'bothRoles', 'workers', 'fullTime', 'toddlerPlaces', 'socialOrganisations', 'volunteers', 'certified',
  // beyond the columns of the contract, where a table has them
  'partTimeMembers', 'volunteerTeams', 'sportsInstructors', 'police', 'grids', 'villagersGroups', 'stairwellHeads', 'compounds', 'committees', 'workFundsYuan', 'partyFundYuan',
  // derived from the plan, the zones and the streets
  'areaSquareMetres', 'pieces', 'contestedSquareMetres', 'subdistricts', 'districts', 'managers', 'cutCompounds', 'circleSharePercent',
] as const;

/** What the plan itself says: no person gives it by hand. Households of a part are counted (`countPart`), not given. */
export const PLAN_FACTS: ReadonlySet<string> = new Set([
  'households', 'people', 'areaSquareMetres', 'pieces', 'piecesDeclared', 'contestedSquareMetres', 'subdistricts', 'districts', 'managers', 'cutCompounds', 'circleSharePercent',
  'newSetUp', 'attached', 'approved', 'subdistrict', 'district',
]);

export const TRUTH_FACTS = [
  'entrusted', 'newBuild',
  'indicator1', 'indicator2', 'indicator3', 'indicator10', 'indicator11', 'indicator12', 'indicator13', 'indicator14', 'indicator15', 'indicator16',
  'indicator18', 'indicator19', 'indicator20', 'indicator21', 'indicator22',
  'newSetUp', 'piecesDeclared', 'attached', 'handedOver', 'environmentCommittee', 'electionHeld',
] as const;

/** `zone` is the empty text where the community lies in none. `route` is the approval route of its zone. */
export const WORD_FACTS = ['subdistrict', 'district', 'districtKind', 'kind', 'zone', 'state', 'tenure', 'partyBody', 'route', 'approvalDocument', 'fourLimits'] as const;

/** `2016`, `2016-02`, `2016-02-13`. */
export const DATE_FACTS = ['completed', 'established', 'approved', 'elected'] as const;

export type NumberFact = (typeof NUMBER_FACTS)[number];
export type TruthFact = (typeof TRUTH_FACTS)[number];
export type WordFact = (typeof WORD_FACTS)[number];
export type DateFact = (typeof DATE_FACTS)[number];
export type FactName = NumberFact | TruthFact | WordFact | DateFact;

type Facts = Readonly<Record<NumberFact, Fact<number>> & Record<TruthFact, Fact<boolean>> & Record<WordFact | DateFact, Fact<string>>>;

export interface CommunityFacts extends Facts {
  /** Unique in the plan. */
  readonly id: string;
  readonly name: string;
}

/** Values as plain ones or as facts with their source; absent or null: unknown. */
export type GivenFacts = Readonly<
  Partial<Record<NumberFact, number | Fact<number> | null> & Record<TruthFact, boolean | Fact<boolean> | null> & Record<WordFact | DateFact, string | Fact<string> | null>>
>;

const NAMES: readonly FactName[] = [...NUMBER_FACTS, ...TRUTH_FACTS, ...WORD_FACTS, ...DATE_FACTS];
const NUMBERS = new Set<string>(NUMBER_FACTS);
/** Every record is a copy of it, overwritten field by field: so all have one shape, and the rules read a city's records several times faster. */
const NOTHING = { ...Object.fromEntries(NAMES.map((name) => [name, UNKNOWN])), id: '', name: '' } as unknown as CommunityFacts;

export function communityFacts(id: string, name: string, given: GivenFacts): CommunityFacts {
  const facts: { -readonly [K in keyof CommunityFacts]: CommunityFacts[K] } = { ...NOTHING };
  put(facts, given);
  [facts.id, facts.name] = [id, name];
  return facts;
}

/** Another record with some values replaced; null takes a value away. */
export function withFacts(from: CommunityFacts, given: GivenFacts): CommunityFacts {
  const facts = { ...from };
  put(facts, given);
  return facts;
}

export const COMPOUND_NUMBERS = ['households', 'people', 'dwellings', 'dwellingsOccupied', 'partyMembersCount', 'roomsSquareMetres', 'stairwellHeads', 'stationHeads'] as const;
export const COMPOUND_TRUTHS = ['partyBranch', 'committeeFormed', 'attached'] as const;
export const COMPOUND_DATES = ['completed', 'planned'] as const;

type CompoundRecord = Readonly<
  Record<(typeof COMPOUND_NUMBERS)[number], Fact<number>> & Record<(typeof COMPOUND_TRUTHS)[number], Fact<boolean>> & Record<(typeof COMPOUND_DATES)[number], Fact<string>>
>;

export interface CompoundFacts extends CompoundRecord {
  readonly id: string;
  readonly name: string;
  /** Id of its community; null where it lies in none. */
  readonly community: string | null;
}

export type GivenCompound = Readonly<{ [K in keyof CompoundRecord]?: CompoundRecord[K] | NonNullable<CompoundRecord[K]['value']> | null }>;

const EMPTY_COMPOUND = { ...Object.fromEntries([...COMPOUND_NUMBERS, ...COMPOUND_TRUTHS, ...COMPOUND_DATES].map((name) => [name, UNKNOWN])), id: '', name: '', community: null } as unknown as CompoundFacts;

export function compoundFacts(id: string, name: string, community: string | null, given: GivenCompound): CompoundFacts {
  const facts: { -readonly [K in keyof CompoundFacts]: CompoundFacts[K] } = { ...EMPTY_COMPOUND };
  put(facts, given);
  [facts.id, facts.name, facts.community] = [id, name, community];
  return facts;
}

/** Areas, shares and money may have fractions; what is counted may not. */
const MEASURED = /(?:SquareMetres|Percent|Yuan)$/;

/** A number that is negative or not finite, and a fraction of a household, say nothing. */
function put(facts: object, given: object): void {
  for (const [name, value] of Object.entries(given) as [string, FactValue | Fact | null | undefined][]) {
    if (!Object.hasOwn(facts, name)) continue;
    const fact = value === null || value === undefined ? UNKNOWN : typeof value === 'object' ? value : known(value);
    (facts as Record<string, Fact>)[name] = isSound(name, fact) ? fact : UNKNOWN;
  }
}

function isSound(name: string, fact: Fact): boolean {
  if (!fact.known) return true;
  const { value } = fact satisfies Known<FactValue>;
  if (typeof value !== 'number') return !NUMBERS.has(name);
  return Number.isFinite(value) && value >= 0 && (Number.isInteger(value) || MEASURED.test(name));
}
