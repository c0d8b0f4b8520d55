/**
 * What a check comes to, for the page's foot, the printed sheet and the signature.
 *
 * Areas stand in an account whose rows add up before the reader's eyes:
 *
 *     communities − counted again − beyond the parent + of no community = as it should be
 *     as it should be − parent = unexplained
 *
 * The check takes every face, however thin, into its totals, so `unexplained` is
 * only what rounding to 0.7 mm leaves. Of each row the ground of listed defects
 * is told apart by state, with their ids; the rest of the row is what no single
 * defect of that row stands for: near-matches, shifted units, ground held more
 * than twice, crumbs below the grid.
 */
import { applyAcceptances } from './accept.ts';
import type { Acceptance, DecidedDefect, DefectState } from './accept.ts';
import { DEFECT_CLASSES } from './defect.ts';
import type { CheckResult, DefectClass, Severity } from './defect.ts';
import { defectKind } from './defectKind.ts';
import type { DefectKind } from './defectKind.ts';
import { opinionState } from './opinion.ts';
import type { OpinionState, SecondOpinion } from './opinion.ts';

/**
 * A difference that is still rounding: a square metre, or this part of the
 * parent. Areas are good to 1e-10; noding to 0.7 mm along some kilometres of defects adds the square metre.
 */
export const UNEXPLAINED_SQUARE_METRES = 1;
export const UNEXPLAINED_SHARE = 1e-8;

export interface CheckSummary {
  communities: number;
  vertices: number;
  found: number;
  byState: Record<DefectState, number>;
  /** Every class, in the order of `DEFECT_CLASSES`. */
  byClass: ClassCount[];
  /** By the check's own severity, before decisions. */
  bySeverity: Record<Severity, { found: number; open: number }>;
  areas: AreaAccount;
  /** Decisions that changed nothing: see `applyAcceptances`. */
  stale: Acceptance[];
  unsuitable: Acceptance[];
  opinion: OpinionState;
  blockers: Blockers;
  readyToSign: boolean;
}

export interface ClassCount {
  class: DefectClass;
  found: number;
  open: number;
  accepted: number;
  declared: number;
  /** Ground of all of them, m²; null where the class has no area. */
  squareMetres: number | null;
}

/** Ground of some defects, and which they are. */
export interface Share {
  squareMetres: number;
  defectIds: string[];
}

export interface AreaRow {
  /** As the check totals it, over all faces. */
  squareMetres: number;
  open: Share;
  accepted: Share;
  declared: Share;
  /** `squareMetres` less the three shares. */
  otherSquareMetres: number;
}

export interface AreaAccount {
  unitsSquareMetres: number;
  /** Ground counted again: held twice counts once, held three times counts twice. */
  overlap: AreaRow;
  beyond: AreaRow;
  gap: AreaRow;
  /** Of near-matches and shifted units: part of the `other` of the rows above. */
  near: Share;
  shifted: Share;
  /** Units − overlap − beyond + gap. */
  accountedSquareMetres: number;
  /** Null without a parent, and with it the differences. */
  parentSquareMetres: number | null;
  /** Accounted − parent. */
  unexplainedSquareMetres: number | null;
  /** Units − parent, as the file stands. */
  differenceSquareMetres: number | null;
  /** Ground that stands by decision: accepted and declared together, near-matches and shifts too. */
  excepted: Share;
}

/** What must be settled before anyone signs. */
export interface Blockers {
  /** Open errors and warnings. */
  defectIds: string[];
  /** The second method differs; that it was not asked, or could not say, stops nobody but stands on the sheet. */
  opinionDiffers: boolean;
  areaUnexplained: boolean;
}

export function summariseCheck(
  result: CheckResult, acceptances: readonly Acceptance[], opinion: SecondOpinion | null,
): CheckSummary {
  const { decided, stale, unsuitable } = applyAcceptances(result.defects, acceptances);
  const areas = accountFor(result, decided);
  const state = opinionState(opinion);
  const blockers: Blockers = {
    defectIds: decided.filter((d) => d.state === 'open' && d.severity !== 'information').map(({ defect }) => defect.id),
    opinionDiffers: state === 'differs',
    areaUnexplained: !isRounding(areas.unexplainedSquareMetres, areas.parentSquareMetres),
  };
  return {
    communities: result.unitCount,
    vertices: result.vertexCount,
    found: decided.length,
    byState: { open: count(decided, 'open'), accepted: count(decided, 'accepted'), declared: count(decided, 'declared') },
    byClass: DEFECT_CLASSES.map((name) => classCount(name, decided)),
    bySeverity: { error: severityCount('error', decided), warning: severityCount('warning', decided), information: severityCount('information', decided) },
    areas,
    stale,
    unsuitable,
    opinion: state,
    blockers,
    readyToSign: blockers.defectIds.length === 0 && !blockers.opinionDiffers && !blockers.areaUnexplained,
  };
}

function accountFor({ totals }: CheckResult, decided: readonly DecidedDefect[]): AreaAccount {
  const { unitsSquareMetres, parentSquareMetres, overlapSquareMetres, beyondSquareMetres, gapSquareMetres } = totals;
  const accountedSquareMetres = unitsSquareMetres - overlapSquareMetres - beyondSquareMetres + gapSquareMetres;
  return {
    unitsSquareMetres,
    overlap: areaRow(overlapSquareMetres, 'overlap', decided),
    beyond: areaRow(beyondSquareMetres, 'beyond', decided),
    gap: areaRow(gapSquareMetres, 'gap', decided),
    near: shareOf(ofKind(decided, 'near')),
    shifted: shareOf(ofKind(decided, 'shift')),
    accountedSquareMetres,
    parentSquareMetres,
    unexplainedSquareMetres: parentSquareMetres === null ? null : accountedSquareMetres - parentSquareMetres,
    differenceSquareMetres: parentSquareMetres === null ? null : unitsSquareMetres - parentSquareMetres,
    excepted: shareOf(decided.filter(({ defect, state }) => state !== 'open' && defectKind(defect) !== 'exclave' && defectKind(defect) !== 'line')),
  };
}

function areaRow(squareMetres: number, kind: DefectKind, decided: readonly DecidedDefect[]): AreaRow {
  const own = ofKind(decided, kind);
  const [open, accepted, declared] = (['open', 'accepted', 'declared'] as const).map((state) => shareOf(own.filter((d) => d.state === state)));
  return {
    squareMetres, open: open!, accepted: accepted!, declared: declared!,
    otherSquareMetres: squareMetres - open!.squareMetres - accepted!.squareMetres - declared!.squareMetres,
  };
}

function ofKind(decided: readonly DecidedDefect[], kind: DefectKind): DecidedDefect[] {
  return decided.filter(({ defect }) => defectKind(defect) === kind);
}

function shareOf(decided: readonly DecidedDefect[]): Share {
  return {
    squareMetres: decided.reduce((sum, { defect }) => sum + (defect.areaSquareMetres ?? 0), 0),
    defectIds: decided.map(({ defect }) => defect.id),
  };
}

function classCount(name: DefectClass, decided: readonly DecidedDefect[]): ClassCount {
  const own = decided.filter(({ defect }) => defect.class === name);
  return {
    class: name, found: own.length, open: count(own, 'open'), accepted: count(own, 'accepted'), declared: count(own, 'declared'),
    squareMetres: own.some(({ defect }) => defect.areaSquareMetres !== null) ? shareOf(own).squareMetres : null,
  };
}

function severityCount(severity: Severity, decided: readonly DecidedDefect[]): { found: number; open: number } {
  const own = decided.filter(({ defect }) => defect.severity === severity);
  return { found: own.length, open: count(own, 'open') };
}

function count(decided: readonly DecidedDefect[], state: DefectState): number {
  return decided.filter((d) => d.state === state).length;
}

function isRounding(difference: number | null, parent: number | null): boolean {
  return difference === null || Math.abs(difference) <= Math.max(UNEXPLAINED_SQUARE_METRES, UNEXPLAINED_SHARE * (parent ?? 0));
}
