/** What the page may ask about where facilities should stand: the best sites, what one site at each junction would cover, candidates from a file. */
import type { Datum, LngLat } from '../core/geo/coordinates.ts';
import type { SnapReport } from '../core/network/snap.ts';
import type { SolverOutcome } from '../core/siting/exact.ts';
import type { SitingObjective } from '../core/siting/problem.ts';
import type { ReadProblem } from '../io/problem.ts';
import type { TableProblem } from '../io/tables/problem.ts';
import type { SolverPort } from './solver/remoteSolver.ts';

export interface SitesQuestion {
  category: string;
  objective: SitingObjective;
  /** Not asked of `coverAll`. */
  count: number;
  /** Any junction of the streets, or the places of the candidates' file. */
  from: 'junctions' | 'places';
  /** Least area of a place; null: any. */
  leastSquareMetres: number | null;
  seconds: number;
  /** To the exact solver; null: no proof by it. */
  solver: SolverPort | null;
}

export interface ReachSite {
  at: LngLat;
  /** As the candidates' file calls it; null: a junction. */
  id: string | null;
  areaSquareMetres: number | null;
  /** Metres to the street it hangs on; null: it stands on one. */
  offStreetMetres: number | null;
  /** Newly within the limit, when the sites open in the order of the list. */
  people: number;
  households: number;
  /** Metres by which the mean becomes shorter; null for the other objectives. */
  metres: number | null;
  /** People whose nearest facility it becomes. */
  nearestOf: number;
  communities: { name: string; people: number }[];
}

/** Candidates that were not taken, by why. */
export interface LeftOut {
  tooSmall: number;
  areaUnknown: number;
  offStreet: number;
}

/** What shows that no choice is better, or how much better one can be at most. */
export type ProofBy = 'allMeasured' | 'relaxation' | 'solver';

/** Sites in the order of what they add, and how far from the best possible they are at most. */
export interface ReachSites {
  objective: SitingObjective;
  limitMetres: number;
  from: SitesQuestion['from'];
  sites: ReachSite[];
  /** Candidates that may be taken. */
  candidates: number;
  /** Of these searched; fewer where not all pairs of candidate and home can be held. */
  searched: number;
  leftOut: LeftOut;
  /** `coverage`: people newly covered. `median`: metres. `coverAll`: sites. */
  value: number;
  /** No choice is better than this; of the candidates searched, or of all of them where `boundForAll`. */
  bound: number;
  boundForAll: boolean;
  /** Share of the bound; 0 where proved, null where the bound is nought. */
  gap: number | null;
  isProved: boolean;
  proofBy: ProofBy;
  solver: SolverOutcome;
  /** People within the limit before and after, of all; those whom no candidate reaches. */
  coveredBefore: number;
  coveredAfter: number;
  total: number;
  cannotBeCovered: number;
  /** People whom nothing reaches; null where distances are known up to the limit only, as the means are. */
  notReached: number | null;
  meanMetresBefore: number | null;
  meanMetresAfter: number | null;
  /** Distances beyond it were not taken; null: all were. */
  cutoffMetres: number | null;
  /** Metres at which those whom nothing reaches were counted in the mean; null for the other objectives. */
  chargeMetres: number | null;
  milliseconds: number;
}

/** A junction at which one new facility would serve people. */
export interface GainPlace {
  at: LngLat;
  people: number;
  communities: { name: string; people: number }[];
}

/** What one new facility would newly cover, for every junction. */
export interface ReachGains {
  category: string;
  limitMetres: number;
  junctions: number;
  /** Junctions from which anyone is newly reached. */
  useful: number;
  most: number;
  /** The best places, none beside another, the best first. Each stands for itself. */
  top: GainPlace[];
  /** Lower ends of the classes, people, ascending, the first 1. */
  classes: number[];
  /** Useful junctions as points; properties `gain` (people), `class` (index). */
  geojson: ArrayBuffer;
  milliseconds: number;
}

export interface ReachCandidates {
  file: string;
  places: number;
  /** Areas, m², in the order of the file; null: unknown. */
  areas: (number | null)[];
  /** Areas measured on the outline: land, not floor. */
  outlineAreas: number;
  /** Features or rows without a place. */
  unplaced: number;
  snap: SnapReport;
  /** Places outside the largest connected part of the streets, or too far off any. */
  problems: ReadProblem[];
  tableProblems: TableProblem[];
}

/** Requests by name. Reach must be open, along streets. */
export interface SitingApi {
  reachSites(argument: SitesQuestion): ReachSites;
  reachGains(argument: { category: string }): ReachGains;
  /** With a file: it takes the place of the former one. Null: there is none, or nothing of it can be used (`places` 0 says that). */
  reachCandidates(argument: { file: { name: string; bytes: ArrayBuffer } | null; datum: Datum }): ReachCandidates | null;
}
