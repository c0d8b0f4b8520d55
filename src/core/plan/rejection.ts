/** Why a command was not carried out. Nothing has changed then. Words are the catalogue's: `rejection.<code>`. */
import type { LngLat } from '../geo/coordinates.ts';

export const REJECTION_CODES = [
  'unknownCommunity', 'abolished', 'locked', 'notACommunity', 'sameCommunity', 'noName', 'nameTaken',
  'lineTooShort', 'lineCrossesItself', 'lineMisses', 'lineAlongBoundary', 'lineDividesNothing', 'notOnBoundary', 'noSharedBoundary',
  'acrossThird', 'acrossLegalLine', 'legalLine', 'noVertex', 'tooFine', 'ringTooSmall', 'outOfRange',
  'noGround', 'nothingChanges', 'groundTaken', 'groundNotOfCommunity', 'emptiesCommunity', 'notAdjacent', 'notAPiece', 'notRural',
  'unknownAttachment', 'unknownException', 'unknownAtom', 'noReason', 'noRole', 'noSource', 'badFigure', 'figureOutside', 'badDate', 'unknownRule', 'unknownFact', 'noCategory', 'unknownFacility', 'unknownCommand', 'badCommand',
  // scenarios and the log
  'noScenario', 'scenarioNameTaken', 'lastScenario', 'noRevision', 'earlierStepSkipped',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

export interface Rejection {
  readonly code: RejectionCode;
  /** What it is about: ids of communities, a text found, a number. */
  readonly subjects?: readonly string[];
  /** Where. */
  readonly at?: LngLat;
  /** Of a command read from outside: which member is wrong, and what belongs there. */
  readonly member?: string;
  readonly expected?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejection: Rejection };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function rejected(code: RejectionCode, more: Omit<Rejection, 'code'> = {}): { readonly ok: false; readonly rejection: Rejection } {
  return { ok: false, rejection: { code, ...more } };
}
