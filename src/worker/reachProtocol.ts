/**
 * What the page may ask about walking reach. Networks, homes and facilities stay in the worker; the page gets counts, rates and what it
 * draws as GeoJSON. People and households are counted along the streets, never by a polygon.
 */
import type { Datum, LngLat } from '../core/geo/coordinates.ts';
import type { CircleShare, Verdict } from '../core/network/circle.ts';
import type { CategoryTree } from '../core/network/categoryTree.ts';
import type { CircleRule } from '../core/network/circleRule.ts';
import type { Count } from '../core/network/coverage.ts';
import type { SnapReport } from '../core/network/snap.ts';
import type { WalkChoice, WalkChoices } from '../core/network/walkChoices.ts';
import type { ReadProblem } from '../io/problem.ts';
import type { StreetProblem } from '../io/streets/problem.ts';
import type { TableProblem } from '../io/tables/problem.ts';

/** Chosen by the user; kept with the project. */
export interface ReachSettings {
  /** How far is near: minutes at a speed, or metres. */
  limit: { by: 'minutes'; minutes: number; speedMetresPerSecond: number } | { by: 'metres'; metres: number };
  /** Compounds are walls but for their gates. */
  walled: boolean;
  /** Words of facility files → ids of categories, or `IGNORED`. */
  mapping: [string, string][];
  facilityDatum: Datum;
  /** The project's own tree of categories; without one the shipped one holds. */
  categories?: CategoryTree | null;
  /** Where it is not walk-v1. */
  walk?: WalkChoices | null;
  /** Set by hand, beside those of files. */
  gates?: { at: LngLat; access: 'open' | 'residents' | 'closed' }[];
}

/** A word that files have for a category. */
export interface ReachWord {
  word: string;
  count: number;
  files: string[];
  /** What it was read as; null: it counts for nothing, because nobody has mapped it or, by hand, because it is ignored. */
  category: string | null;
  by: 'hand' | 'tree' | null;
}

/** What became of a gate that was set by hand. */
export interface ReachOwnGate {
  /** Name of the compound at whose wall it stands. */
  compound: string | null;
  state: 'used' | 'astray' | 'withoutStreet';
}

export type ReachFileKind = 'streets' | 'facilities' | 'gates';

export interface ReachNetworkView {
  /** Names of the files. */
  files: string[];
  vertices: number;
  edges: number;
  components: number;
  largestShare: number;
  lengthMetres: number;
  /** The file is damaged: this is what could be read of it. */
  partial: boolean;
  /** In what the walk filter differs from walk-v1; nothing: it is walk-v1. */
  altered: WalkChoice[];
}

export interface ReachWallsView {
  compounds: number;
  gates: number;
  /** Names of compounds without a known gate: what they reach is unknown. */
  withoutGate: { name: string; at: LngLat }[];
  gatesAstray: number;
  gatesWithoutStreet: number;
  /** In the order of the settings; null: walls were not counted. */
  own: ReachOwnGate[] | null;
}

export interface ReachCategory {
  id: string;
  /** Part of the circle. */
  basic: boolean;
  facilities: number;
  /** Of these proposed in the scenario. */
  proposed: number;
  /** No facility of it is known: not the same as far away. */
  noData: boolean;
  count: Count;
}

export interface ReachCommunityRow {
  unit: number;
  name: string;
  subdistrict: string | null;
  complete: Verdict;
  households: number;
  completeHouseholds: number;
  unknownHouseholds: number;
  sharePercent: number | null;
  /** Categories of the circle that too few households have, and those without data. */
  missing: string[];
  noData: string[];
  /** Rate of households by category, in the order of `categories`; null: unknown. */
  rates: (number | null)[];
}

export interface ReachState {
  /** Null: no streets are loaded; distances are straight lines then, and upper bounds of who is covered. */
  network: ReachNetworkView | null;
  /** Null: no compounds with outlines. */
  walls: ReachWallsView | null;
  rule: CircleRule | null;
  limitMetres: number;
  /** Homes with a place, and what of the plan's households has none (remainders, rows without a place). */
  homes: { count: number; households: number; people: number; householdsElsewhere: number };
  homeSnap: SnapReport | null;
  facilitySnap: SnapReport | null;
  facilities: number;
  categories: ReachCategory[];
  /** Facilities that stand only in the scenario. */
  proposed: { id: string; category: string; name: string; at: LngLat }[];
  communities: ReachCommunityRow[];
  urban: CircleShare;
  rural: CircleShare;
  /** Share of households that have the circle: not what the scorecard asks. */
  householdShare: number | null;
  unmapped: [string, number][];
  /** Words of all files, those that nobody has mapped first; and how many more there are. */
  words: ReachWord[];
  wordsLeftOut: number;
  /** Facilities whose word is ignored, and those for which no category is written. */
  ignored: number;
  withoutCategory: number;
  /** Categories that the project counts to the circle beside those of the rules. */
  ownBasic: string[];
  problems: { streets: StreetProblem[]; files: ReadProblem[]; tables: TableProblem[] };
  milliseconds: number;
}

export interface ReachBand {
  metres: number;
  minutes: number | null;
  households: number;
  people: number;
  /** A corner of its outline to write the limit at; null where nothing is drawn. */
  label: LngLat | null;
}

export interface ReachIsochrone {
  at: LngLat;
  /** Null: no street within reach. */
  snappedMetres: number | null;
  bands: ReachBand[];
  /** The nearest of each category within the widest band, the nearest first; proposed ones are not among them. */
  nearest: { category: string; name: string; metres: number; at: LngLat }[];
  /** One feature a band, the widest first; property `band`: 0 the nearest. */
  geojson: ArrayBuffer;
  /** A circle about the point: no streets are loaded. */
  straight: boolean;
  milliseconds: number;
}

export interface ReachHomeRow {
  id: number;
  name: string;
  at: LngLat;
  unit: number | null;
  community: string | null;
  households: number | null;
  people: number | null;
  /** To the nearest; null where there is none, or nobody can tell. */
  metres: number | null;
  has: 'yes' | 'no' | 'unknown';
  /** Only through a proposed facility. */
  gained: boolean;
  /** Categories of the circle that it has not, by id. */
  missing: string[];
}

/** Homes that one facility could serve: one at `centre`. */
export interface ReachPocket {
  people: number;
  households: number;
  homes: number;
  /** Middle of its homes by people. */
  at: LngLat;
  centre: LngLat;
  bounds: [number, number, number, number];
  communities: string[];
  largest: string | null;
  meanMetres: number | null;
}

export interface ReachCategoryView {
  homes: ReachHomeRow[];
  pockets: ReachPocket[];
  /** Counts without the facilities proposed; null where none of the category is. */
  before: Count | null;
  /** Homes as polygons or points; properties `id`, `has`, `gained`. */
  homesGeoJson: ArrayBuffer;
  /** Facilities of the category; properties `id`, `name`, `proposed`. */
  facilitiesGeoJson: ArrayBuffer;
}

/** Requests about reach, by name: argument and answer. */
export interface ReachApi {
  /** Files for reach beside those that were loaded; the same name takes the place of the earlier. */
  reachFile(argument: { kind: ReachFileKind; name: string; bytes: ArrayBuffer }): null;
  /** Reads streets and gates, hangs homes and facilities on them, counts. Long. */
  reachOpen(argument: ReachSettings): ReachState;
  /** After the plan changed, or other settings: counts again. */
  reachState(argument: ReachSettings): ReachState;
  reachIsochrone(argument: { at: LngLat; limitsMetres: number[]; speedMetresPerSecond: number | null; asResident: boolean }): ReachIsochrone;
  reachCategory(argument: { category: string }): ReachCategoryView;
  /** The community's households by category for its sheet. */
  reachCommunity(argument: { unit: number }): ReachCommunityRow | null;
}
