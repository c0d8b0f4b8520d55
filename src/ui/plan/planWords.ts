/** Sentences of 方案: steps, departures, refusals. */
import { isMessageKey, type Translate } from '../../i18n/index.ts';
import type { Command } from '../../core/plan/command.ts';
import type { Rejection } from '../../core/plan/rejection.ts';
import type { CommunityRow, PlanFinding, StepInfo } from '../../worker/planProtocol.ts';
import { rowById } from '../../state/plan/plan.ts';
import { stem } from '../../state/defectRows.ts';

/** What a command's rule is called; null: it is about none. The profile in use says it. */
export type StepRule = (command: Command) => string | null;

/** 改界 墨池—采薇, 试改规则 社区户数: the verb and what it is about. */
export function stepWords(t: Translate, { command, names }: Pick<StepInfo, 'command' | 'names'>, ruleOf?: StepRule): { verb: string; object: string } {
  return { verb: commandVerb(t, command), object: ruleOf?.(command) ?? names.map(stem).join('—') };
}

export function stepText(t: Translate, step: Pick<StepInfo, 'command' | 'names'>, ruleOf?: StepRule): string {
  const { verb, object } = stepWords(t, step, ruleOf);
  return object === '' ? verb : `${verb} ${object}`;
}

function commandVerb(t: Translate, command: Command): string {
  if (command.type === 'lock') return t(command.locked ? 'command.lock' : 'command.unlock');
  if (command.type === 'assign' && command.to === null) return t('command.release');
  if (command.type === 'repair') return t('command.repairOf', { count: new Set(command.faces.map((face) => face.defect)).size || command.match.length });
  return t(`command.${command.type}`);
}

/** What became of a community since the base: of its ground first, else of its kind, else of its name. */
export function fateText(t: Translate, now: CommunityRow | null, base: CommunityRow | null): string {
  if (now?.fate !== 'unchanged' || !base) return t(`fate.${now?.fate ?? 'abolished'}`);
  if (now.kind !== base.kind) return t('command.convertVillage');
  return t(now.name === base.name ? 'fate.unchanged' : 'command.rename');
}

export function findingText(t: Translate, { kind, names, subject }: PlanFinding): string {
  return t(`finding.${kind}`, { names: names.map(stem).join('—'), subject: subject ?? '' });
}

/** A sentence for why a command was not carried out, communities by their names; the code itself while the catalogue lacks it. */
export function rejectionText(t: Translate, { code, subjects, member, expected }: Rejection): string {
  const key = `rejection.${code}`;
  if (!isMessageKey(key)) return code;
  return t(key, { subjects: (subjects ?? []).map((subject) => rowById(subject)?.name ?? subject).join(t('report.listSeparator')), member: member ?? '', expected: expected ?? '' }).replace(/[（(]\s*[)）]/u, '');
}

