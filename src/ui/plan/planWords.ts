/** Sentences of 方案: steps, departures, refusals. */
import { isMessageKey, type Translate } from '../../i18n/index.ts';
import type { Command } from '../../core/plan/command.ts';
import type { Rejection } from '../../core/plan/rejection.ts';
import type { CommunityRow, PieceApart, PlanFinding, StepInfo } from '../../worker/planProtocol.ts';
import { rowById } from '../../state/plan/plan.ts';
import { stem } from '../../state/defectRows.ts';
import { figure, squareKilometres, squareMetres } from '../words/figures.ts';
import { factText } from '../rules/given/givenWords.ts';

/** What a command's rule is called; null: it is about none. The profile in use says it. */
export type StepRule = (command: Command) => string | null;

/** 改界 墨池—采薇, 试改规则 社区户数: the verb and what it is about. */
export function stepWords(t: Translate, { command, names }: Pick<StepInfo, 'command' | 'names'>, ruleOf?: StepRule): { verb: string; object: string } {
  const about = command.type === 'giveFact' ? ` ${factText(t, command.fact)}` : '';
  return { verb: commandVerb(t, command), object: ruleOf?.(command) ?? `${names.map(stem).join('—')}${about}` };
}

export function stepText(t: Translate, step: Pick<StepInfo, 'command' | 'names'>, ruleOf?: StepRule): string {
  const { verb, object } = stepWords(t, step, ruleOf);
  return object === '' ? verb : `${verb} ${object}`;
}

function commandVerb(t: Translate, command: Command): string {
  if (command.type === 'lock') return t(command.locked ? 'command.lock' : 'command.unlock');
  if (command.type === 'assign' && command.to === null) return t('command.release');
  if (command.type === 'giveFact' && command.value === null) return t('command.withdrawFact');
  if (command.type === 'repair') return repairVerb(t, command);
  return t(`command.${command.type}`);
}

/** Places where ground was given, and outlines that were written anew. */
function repairVerb(t: Translate, { faces, match }: Extract<Command, { type: 'repair' }>): string {
  const count = new Set(faces.map((face) => face.defect)).size;
  if (match.length === 0) return t('command.repairOf', { count });
  return t(count === 0 ? 'command.repairMatch' : 'command.repairBoth', { count, match: match.length });
}

/** What became of a community since the base: of its ground first, else of its kind, else of its name. */
export function fateText(t: Translate, now: CommunityRow | null, base: CommunityRow | null): string {
  if (now?.fate !== 'unchanged' || !base) return t(`fate.${now?.fate ?? 'abolished'}`);
  if (now.kind !== base.kind) return t('command.convertVillage');
  return t(now.name === base.name ? 'fate.unchanged' : 'command.rename');
}

export function findingText(t: Translate, { kind, names, subject, apart }: PlanFinding): string {
  if (kind === 'pieces') {
    const parts = apart.slice(0, PIECES_NAMED).map((piece) => pieceText(t, piece)).join(t('report.listSeparator'));
    return t('finding.apart', { names: names.map(stem).join('—'), count: figure(apart.length + 1), parts: apart.length > PIECES_NAMED ? t('finding.morePieces', { parts }) : parts });
  }
  return t(`finding.${kind}`, { names: names.map(stem).join('—'), subject: subject ?? '' });
}

const PIECES_NAMED = 3;

/** 0.031 km² 约 420 户: what a piece that lies apart amounts to. */
export function pieceText(t: Translate, { areaSquareMetres, households, estimated }: PieceApart): string {
  const area = areaSquareMetres < 1000 ? `${squareMetres(areaSquareMetres)} m²` : `${squareKilometres(areaSquareMetres)} km²`;
  if (households === null) return t('finding.piece', { area });
  return t(estimated ? 'finding.pieceEstimated' : 'finding.pieceHouseholds', { area, households: figure(households) });
}

/** A sentence for why a command was not carried out, communities by their names; the code itself while the catalogue lacks it. */
export function rejectionText(t: Translate, { code, subjects, member, expected }: Rejection): string {
  const key = `rejection.${code}`;
  if (!isMessageKey(key)) return code;
  return t(key, { subjects: (subjects ?? []).map((subject) => rowById(subject)?.name ?? subject).join(t('report.listSeparator')), member: member ?? '', expected: expected ?? '' }).replace(/[（(]\s*[)）]/u, '');
}

