/**
 * What the page may ask about plans. The worker holds the history, the coverage and the atoms; the page mirrors what it lists
 * and draws. Geometry crosses as GeoJSON bytes, figures as plain data.
 */
import type { CheckTolerances } from '../core/coverage/defect.ts';
import type { LngLat } from '../core/geo/coordinates.ts';
import type { Command, CommandType, GroundRef } from '../core/plan/command.ts';
import type { Attachment, DeclaredException, ExceptionKind } from '../core/plan/plan.ts';
import type { Rejection } from '../core/plan/rejection.ts';
import type { FallenScenario } from '../core/plan/replay.ts';
import type { LeftReason, RepairReason, RepairRule } from '../core/plan/repair/reasons.ts';
import type { Stamp } from '../core/plan/revision.ts';
import type { DraftAssessment } from './assessProtocol.ts';
import type { CheckReport } from './protocol.ts';

/** A sum of households or people. `known` false: no atom and no figure of its own bears it. */
export interface Figure {
  value: number;
  /** Of the value, how much is an estimate by area: 0…1. */
  estimatedShare: number;
  known: boolean;
}

/** What became of a community since the base. */
export type Fate = 'unchanged' | 'boundaryChanged' | 'split' | 'merged' | 'abolished' | 'new';

export interface CommunityRow {
  /** Unit index in the plan. */
  unit: number;
  id: string;
  name: string;
  code: string | null;
  subdistrict: string | null;
  kind: 'urban' | 'rural' | null;
  /** A created community: its mark stands where the code will. */
  provisional: boolean;
  locked: boolean;
  fate: Fate;
  households: Figure;
  people: Figure;
  areaSquareMetres: number;
  pieces: number;
  bounds: [number, number, number, number] | null;
  labelPoint: [number, number] | null;
}

export interface PlanTotals {
  assigned: SumRow;
  /** Ground of no community that is declared (barracks, reservoir …). */
  declared: SumRow;
  /** 死角: nobody's, undeclared. */
  unassigned: SumRow;
  contested: SumRow;
  /** Equal to the sum of the four, always. */
  total: SumRow;
  /** Of `unassigned`: trimmed ground beyond the parent's line. */
  beyondSquareMetres: number;
  /** Null without a parent. */
  parentSquareMetres: number | null;
}

export interface SumRow {
  households: number;
  people: number;
  areaSquareMetres: number;
  faces: number;
}

/** Contested or unassigned ground, one row a face. */
export interface OpenGround {
  face: number;
  state: 'unassigned' | 'contested' | 'beyond';
  claimants: string[];
  neighbours: string[];
  areaSquareMetres: number;
  widthMetres: number;
  at: LngLat;
}

/** One step of the line that is worked on, the base's first command first. */
export interface StepInfo {
  revision: number;
  command: Command;
  stamp: Stamp | null;
  /** For the step's name: names of the communities it is about, in the command's order. */
  names: string[];
  /** Undone: it can be redone. */
  undone: boolean;
}

export interface ScenarioInfo {
  id: number;
  name: string;
  head: number;
  steps: number;
  deleted: boolean;
}

/** What is drawn on top of the base: bytes are GeoJSON. */
export interface PlanOverlay {
  /** Units whose ground differs from the base: hidden in the base layer, drawn from here. Properties `index`, `fate`. */
  unitsGeoJson: ArrayBuffer;
  hiddenUnits: number[];
  /** Lines whose arcs differ from the base. Properties `kind`, and `stood`: part of a line of the base, which was only split or borders declared ground now. */
  linesGeoJson: ArrayBuffer;
  /** Ids in the base's line layer (`PlanBase.linesGeoJson`) that are not drawn. */
  hiddenLines: number[];
  /** The base's boundaries that no longer stand, dashed. */
  formerGeoJson: ArrayBuffer;
  /** Ground whose community differs from the base, hatched. Properties `from`, `to`: unit indices, -1 for none. */
  movedGeoJson: ArrayBuffer;
  /** Contested, unassigned and beyond. Properties `face`, `state`. */
  openGeoJson: ArrayBuffer;
}

/** Drawn once: community lines of the base, one feature an arc with the arc's id. Legal lines come with the loaded layers. */
export interface PlanBase {
  linesGeoJson: ArrayBuffer;
}

export interface PlanState {
  scenarios: ScenarioInfo[];
  /** Null: the base (现状) is shown. */
  current: number | null;
  head: number;
  steps: StepInfo[];
  /** All communities of the head that are not abolished, and declared ground apart. */
  communities: CommunityRow[];
  totals: PlanTotals;
  open: OpenGround[];
  attachments: (Attachment & { communityName: string })[];
  exceptions: DeclaredException[];
  /** Departures in the whole head: pieces, enclaves, cut compounds, crossings; each declared or not. */
  findings: PlanFinding[];
  overlay: PlanOverlay;
  /** What stands behind households: counts by kind of atom; empty: figures of the communities alone, spread over their ground. */
  atoms: { compounds: number; buildings: number; grids: number; blocks: number; negativeRemainders: { community: string; households: number }[] };
}

/** A departure that a command adds, or that stands in a plan. */
export interface PlanFinding {
  kind: ExceptionKind;
  /** Unit indices. */
  units: number[];
  names: string[];
  /** Compound, subdistrict or zone that it is about. */
  subject: string | null;
  at: LngLat | null;
  /** Of a community in pieces: those that lie apart from the largest, larger ones first. */
  apart: PieceApart[];
  /** Id of the exception that answers for it. */
  declared: string | null;
}

export interface PieceApart {
  at: LngLat;
  areaSquareMetres: number;
  /** Null where nothing says. */
  households: number | null;
  /** Some of them by share of area. */
  estimated: boolean;
}

/** Rows since the answer before. `whole`: all of them. */
export interface RowNews {
  /** Counts answers: a gap means that one was lost. */
  serial: number;
  whole: boolean;
  changed: CommunityRow[];
  /** Units that have no row any more. */
  gone: number[];
}

/** As it crosses: a city's rows are told once, then only what changes. */
export type PlanNews = Omit<PlanState, 'communities'> & { rows: RowNews };

export interface PlanAnswer {
  state: PlanNews;
  /** What is to be kept: written to the autosave as one entry. Null when nothing was added (undo, switch: `pointers` says it). */
  entry: LogEntry | null;
  pointers: Pointers;
}

/** One revision as it is logged. */
export interface LogEntry {
  id: number;
  parent: number;
  command: Command;
  stamp: Stamp;
}

/** Scenarios and which is open: small, written whole at every change. */
export interface Pointers {
  scenarios: { id: number; name: string; base: number; head: number; undone: number[]; deleted: boolean }[];
  current: number | null;
}

/** A command tried on the head, not committed: what the overlay at the cursor shows. */
export type DraftAnswer =
  | { ok: false; rejection: Rejection }
  | {
    ok: true;
    /** Communities touched, before and after. A side that does not exist is null. */
    sides: { unit: number; before: CommunityRow | null; after: CommunityRow | null }[];
    /** Departures that the command adds. */
    adds: PlanFinding[];
    /** New lines, ground that changes hands: GeoJSON bytes. */
    linesGeoJson: ArrayBuffer;
    movedGeoJson: ArrayBuffer;
    /** The same sides held against the rules; null as long as no rules are open. */
    assessed: DraftAssessment | null;
    milliseconds: number;
  };

export interface BoundaryVertex {
  at: LngLat;
  /** On a legal line: it never moves. */
  fixed: boolean;
  /** More than two communities meet here. */
  junction: boolean;
}

export interface SnapHit {
  at: LngLat;
  kind: 'vertex' | 'boundary' | 'street';
  /** A street's name. */
  name: string | null;
}

export type PaintKind = 'face' | 'compound' | 'block' | 'grid' | 'census';

export interface ComparisonRow {
  unit: number;
  a: CommunityRow | null;
  b: CommunityRow | null;
  fateA: Fate;
  fateB: Fate;
  /** Neither gained nor lost any between the two. */
  sameGround: boolean;
}

export interface MovedPart {
  /** Atom's name; of a remainder (households that no compound or building explains) the community's. */
  atom: string | null;
  kind: 'building' | 'compound' | 'grid' | 'block' | 'remainder';
  from: string | null;
  to: string | null;
  households: number;
  people: number;
  estimatedShare: number;
}

export interface Comparison {
  rows: ComparisonRow[];
  /** What lies elsewhere in B than in A, by from and to, largest first. */
  moved: MovedPart[];
  totalsA: PlanTotals;
  totalsB: PlanTotals;
  /** Old → new: for every community of A what became of it in B. */
  identities: { oldId: string; oldName: string; oldCode: string | null; fate: Fate; into: { id: string; name: string; code: string | null }[] }[];
  overlayA: PlanOverlay;
  overlayB: PlanOverlay;
}

/** A defect as repair would settle it. */
export interface RepairProposal {
  defect: string;
  /** Who would take it: null trims it (beyond the parent). Undefined where it is left to a person. */
  choices: { to: string | null; reason: RepairReason; sharedMetres: number }[];
  left: LeftReason | null;
  faces: number;
}

export interface RepairRequest {
  /** Defect ids with the community chosen; null: as proposed. */
  choices: { defect: string; to: string | null }[];
  /** All open defects of these classes too. */
  classes: string[];
  rule: RepairRule;
  /** Ids of defects that someone has answered for: they stay. */
  accepted: string[];
}

export interface RepairPreview {
  command: Command | null;
  repaired: { defect: string; to: string | null; reason: RepairReason }[];
  left: { defect: string; reason: LeftReason }[];
  /** Before → after, only communities that change. */
  areas: { unit: number; name: string; beforeSquareMetres: number; afterSquareMetres: number }[];
  proof: { unitsSquareMetres: number; declaredSquareMetres: number; parentSquareMetres: number | null; contestedSquareMetres: number; unassignedSquareMetres: number };
  unitsChanged: number;
  unitsUntouched: number;
  movedGeoJson: ArrayBuffer;
}

/** Requests about plans, by name: argument and answer. */
export interface PlanApi {
  /** Builds the coverage and the atoms from what is loaded; one scenario stands ready. Long. */
  planOpen(argument: { firstScenario: string; restore: { log: LogEntry[]; pointers: Pointers } | null }): PlanAnswer & { base: PlanBase; skipped: { entry: LogEntry; rejection: Rejection }[]; fallen: FallenScenario[] };
  /** The state with all rows: asked for when an answer was lost on its way. */
  planState(argument: null): PlanAnswer;
  planTry(argument: { command: Command }): DraftAnswer;
  planCommit(argument: { command: Command; stamp: Stamp }): PlanAnswer | { rejection: Rejection };
  planUndo(argument: null): PlanAnswer;
  planRedo(argument: null): PlanAnswer;
  /** To a revision on the line of the open scenario: undo or redo of several steps. */
  planGoTo(argument: { revision: number }): PlanAnswer | { rejection: Rejection };
  planScenario(argument:
    | { action: 'fork'; name: string; at: number | null }
    | { action: 'rename'; scenario: number; name: string }
    | { action: 'delete' | 'restore'; scenario: number }
    | { action: 'switch'; scenario: number | null }): PlanAnswer | { rejection: Rejection };
  /** Boundary vertices between two communities, one path a stretch. */
  planBoundary(argument: { units: [number, number] }): { paths: { closed: boolean; vertices: BoundaryVertex[] }[] };
  /** The boundary nearest to a place and the two units beside it; null farther than `metres`. */
  planBoundaryAt(argument: { at: LngLat; metres: number }): { units: [number, number]; legal: boolean } | null;
  planSnap(argument: { at: LngLat; metres: number }): SnapHit | null;
  /** Ground that can be painted, as GeoJSON for hovering; properties `id`, `name`, `households`. Null: nothing of the kind is loaded. */
  planPaintLayer(argument: { kind: PaintKind }): { geojson: ArrayBuffer } | null;
  planPaintGround(argument: { kind: PaintKind; ids: number[] }): GroundRef[];
  /** Which unit holds a place, and which face. */
  planAt(argument: { at: LngLat }): { face: number; unit: number | null; state: 'assigned' | 'declared' | 'unassigned' | 'contested' | 'outside' };
  planCompare(argument: { a: number; b: number }): Comparison;
  planRepairProposals(argument: { rule: RepairRequest['rule'] }): RepairProposal[];
  planRepairPreview(argument: RepairRequest): RepairPreview;
  /** The head of the open scenario as GeoJSON; untouched communities byte for byte. */
  planExport(argument: null): { files: { fileName: string; bytes: ArrayBuffer }[]; untouched: number; changed: number; created: number; abolished: number };
  /** The check of 检查, of the head as it stands; units are the plan's. `defectDetail` then answers about these defects, until the next `check`. */
  planCheck(argument: CheckTolerances): CheckReport;
  /** Whether a command of this type can be given at all now, with these communities selected: greys buttons, with the reason. */
  planCan(argument: { types: CommandType[]; communities: string[] }): Partial<Record<CommandType, Rejection | null>>;
}

export type { FallenScenario, LeftReason, RepairReason, RepairRule };
