/** The fixed words of the rules (policy sheet §0, §8): what a profile may say of a rule, and a finding of a community. */

/** `firm`: at least, at most. `general`: generally, in principle. `suitable`: about. `target`: strive for, by a year. */
export const STRENGTHS = ['firm', 'general', 'suitable', 'target'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** From the smallest to the largest. A rule is judged at its own level only. */
export const LEVELS = ['compound', 'community', 'subdistrict', 'district', 'city'] as const;
export type Level = (typeof LEVELS)[number];

/** `guide`: a figure or a deviation is shown, never a fail. `unknown` is never a pass. */
export const VERDICTS = ['pass', 'fail', 'unknown', 'notApplicable', 'guide'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How findings are grouped on the sheet of a community. */
export const FAMILIES = ['boundary', 'size', 'rooms', 'people', 'grids', 'circle', 'services', 'money'] as const;
export type Family = (typeof FAMILIES)[number];

/** What districts are audited on (XA23 art. 19); the columns of the league table. */
export const ASPECTS = ['organisation', 'size', 'rooms', 'team', 'ability', 'funds'] as const;
export type Aspect = (typeof ASPECTS)[number];

export const UNITS = [
  'households', 'people', 'persons', 'dwellings', 'squareMetres', 'percent', 'peoplePerHousehold', 'pieces', 'areas', 'grids', 'groups',
  'places', 'organisations', 'teams', 'compounds', 'yuanPerYear', 'perTenThousand', 'perThousand', 'perThousandHouseholds', 'minutes', 'metres', 'metresPerSecond', 'digits',
  'communities', 'days', 'date', 'yesNo', 'word', 'categories', 'list',
] as const;
export type Unit = (typeof UNITS)[number];

/** What a scenario owes: the rules that carry one of these answer it. */
export const NEEDS = ['rooms', 'plaza', 'committeeSeats', 'partySeats', 'workers', 'fullTime', 'grids', 'heads'] as const;
export type Need = (typeof NEEDS)[number];

/** Who counts households and people; every verdict carries it. `people`: households were missing. */
export const BASES = ['resident', 'registered', 'dwellings', 'expected', 'people', 'reach', 'declared'] as const;
export type Basis = (typeof BASES)[number];

export const CLASSES = ['superLarge', 'micro', 'inRange', 'planAhead', 'noBand', 'unknown'] as const;
export type SizeClass = (typeof CLASSES)[number];

/** Plan-ahead states (Baqiao tasks 6 and 9), `normal`, and a village on its way to a community. */
export const STATES = ['normal', 'demolished', 'partlyResettled', 'toBeDemolished', 'underConstruction', 'converting'] as const;
export type State = (typeof STATES)[number];

export const PAYERS = ['city', 'district', 'zone', 'shared', 'unknown'] as const;
export type Payer = (typeof PAYERS)[number];
