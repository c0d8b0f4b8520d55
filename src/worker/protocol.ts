/**
 * What the page may ask of the worker. Plain data only: everything here crosses a thread.
 * The page keeps no geometry of its own; it holds what it draws and lists.
 */
import type { CheckResult, CheckTolerances, Defect } from '../core/coverage/defect.ts';
import type { OpinionDifference, SecondOpinion } from '../core/coverage/opinion.ts';
import type { CommunityField, FieldMap } from '../io/fields.ts';
import type { ReadProblem } from '../io/problem.ts';
import type { Datum } from '../core/geo/coordinates.ts';
import type { AssessApi } from './assessProtocol.ts';
import type { PlanApi } from './planProtocol.ts';
import type { ReachApi } from './reachProtocol.ts';
import type { ReachChangeApi } from './reachChangeProtocol.ts';
import type { SitingApi } from './sitingProtocol.ts';
import type { TableApi } from './tableProtocol.ts';

export const LAYER_ROLES = [
  'communities',
  /** District or subdistricts: the legal line round the communities. */
  'parent',
  /** Ground of no community, declared with its kind: barracks, campus, reservoir, contested. */
  'declared',
  /** Where households live: compounds, buildings, grids, census blocks, as outlines or points. */
  'atoms',
  /** Development zones: lines that a community should not cross. */
  'zones',
  /** Drawn beneath, not checked: streets, rail, water, buildings. */
  'context',
  /** A walking network: OSM PBF, or lines. Lines of the background serve as one where there is none. */
  'streets',
  /** Points with categories. */
  'facilities',
  /** Gates of compounds. */
  'gates',
  /** Points or parcels where a facility may be put. */
  'candidates',
  /** A table: joined to communities in the page. */
  'table',
  'ignore',
] as const;
export type LayerRole = (typeof LAYER_ROLES)[number];

export interface InputFile {
  name: string;
  bytes: ArrayBuffer;
  /** Where it is known already: what has a reader of its own is not read as outlines first. */
  role?: LayerRole;
  /** As it was found when the file was read before. */
  encoding?: FilePreview['encoding'];
}

export interface ColumnPreview {
  name: string;
  /** First few distinct values, as text. */
  samples: string[];
  filled: number;
}

/** One file, read, before the user has said what it is. */
export interface FilePreview {
  fileIndex: number;
  name: string;
  byteLength: number;
  /** Names its bytes. */
  print: string;
  encoding: string | null;
  featureCount: number;
  unitCount: number;
  vertexCount: number;
  geometryTypes: Record<string, number>;
  bounds: [number, number, number, number] | null;
  columns: ColumnPreview[];
  guessedRole: LayerRole;
  guessedFields: FieldMap;
  suspectedDatum: Datum | null;
  problems: ReadProblem[];
  /** False when nothing of it can be used. */
  usable: boolean;
}

export interface LoadChoice {
  files: { fileIndex: number; role: LayerRole; fields: FieldMap }[];
}

/** One community as the page lists it. `index` is the unit index used in defects. */
export interface UnitSummary {
  index: number;
  /** Code, else name, else `#index`. */
  label: string;
  code: string | null;
  name: string | null;
  subdistrict: string | null;
  /** `declared` units are ground of no community. */
  role: 'community' | 'declared';
  /** Kind of declared ground, as the file says it. */
  kind: string | null;
  households: number | null;
  people: number | null;
  areaSquareMetres: number;
  bounds: [number, number, number, number] | null;
  /** Where its name stands. */
  labelPoint: [number, number] | null;
  parts: number;
  properties: Record<string, unknown>;
}

/** What the map draws. GeoJSON as UTF-8 bytes: the map's own worker parses it, the page's thread never does. */
export interface DisplayLayers {
  /** Polygons, one feature a unit; properties `index`, `role`. */
  unitsGeoJson: ArrayBuffer;
  /** Lines, chained between nodes; properties `kind`: 'district' | 'subdistrict' | 'community' | 'declared'. Each line once. */
  boundariesGeoJson: ArrayBuffer;
  /** The parent as polygons, for the veil outside; empty without a parent. */
  parentGeoJson: ArrayBuffer;
  bounds: [number, number, number, number];
}

/** What lies beneath, for the map. */
export interface BackgroundLayers {
  /** Streets, rail, water, green; properties `kind`. */
  contextGeoJson: ArrayBuffer;
  /** Apart: many, and drawn from near only. */
  buildingsGeoJson: ArrayBuffer;
}

export interface LoadedLayerInfo {
  fileName: string;
  role: LayerRole;
  unitCount: number;
  vertexCount: number;
}

export interface Loaded {
  layers: LoadedLayerInfo[];
  units: UnitSummary[];
  parents: { name: string; code: string | null; areaSquareMetres: number }[];
  fields: Partial<Record<CommunityField, string>>;
  problems: ReadProblem[];
  display: DisplayLayers;
  timing: { readMs: number; prepareMs: number };
}

export interface CheckReport {
  result: CheckResult;
  /** Milliseconds the check took. */
  checkMs: number;
}

/** Requests by name: argument and answer. */
export interface WorkerApi extends PlanApi, AssessApi, TableApi, ReachApi, ReachChangeApi, SitingApi {
  /** Reads files and guesses what they are. Bytes are handed over. */
  inspect(files: InputFile[]): FilePreview[];
  /** Loads the files of the last `inspect` as the user chose. Replaces what was loaded. */
  load(choice: LoadChoice): Loaded;
  /** What lies beneath of what is loaded. */
  background(): BackgroundLayers;
  check(tolerances: CheckTolerances): CheckReport;
  secondOpinion(): SecondOpinion;
  /** geojson-validation over every loaded file; its findings. */
  validateShape(): ReadProblem[];
  /** Geometry of one unit, and of those around one defect, for the inset drawing. */
  defectDetail(defectId: string): DefectDetailView;
}

/** What the inspector's drawing shows: the defect and the outlines near it, in local metres from its middle. */
export interface DefectDetailView {
  defectId: string;
  /** Half the side of the drawn square, metres. */
  radiusMetres: number;
  rings: { unit: number; side: 'a' | 'b' | 'other' | 'parent'; points: [number, number][] }[];
  defect: { rings: [number, number][][] };
}

export type RequestName = keyof WorkerApi;

export type ToWorker =
  | { type: 'call'; id: number; name: RequestName; argument: unknown }
  | { type: 'cancel'; id: number };

export type FromWorker =
  | { type: 'progress'; id: number; phase: string; fraction: number | null }
  | { type: 'done'; id: number; value: unknown }
  | { type: 'failed'; id: number; problems: ReadProblem[] }
  | { type: 'crashed'; id: number; message: string }
  | { type: 'cancelled'; id: number };

export type { Defect, OpinionDifference, SecondOpinion };
