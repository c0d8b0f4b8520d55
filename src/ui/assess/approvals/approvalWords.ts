/** An approval in words, for the table and for the file. */
import type { ApprovalCsvLine } from '../../../report/approvalsCsv.ts';
import type { Deadline } from '../../../core/rules/profile.ts';
import type { ApprovalView } from '../../../worker/assessProtocol.ts';
import type { RuleWords } from '../useRuleWords.ts';
import { approvalLines, standingOf, type ApprovalLine } from './approvalLines.ts';

export function zoneText({ t }: RuleWords, { zone }: ApprovalView): string {
  if (zone === null) return t('views.approvals.zone.none');
  return zone === 'unknown' ? t('views.approvals.zone.unknown') : t('views.approvals.zone.named', { zone });
}

export function routeText({ t, words }: RuleWords, { route }: ApprovalView): string {
  return route.known ? t('views.approvals.route', { route: words(route.wording) }) : t(`rules.route.${route.reason}`);
}

/** 批复后 3 个月内 */
export function dueText({ t }: RuleWords, deadline: Deadline): string {
  return deadline.due === 'monthsAfterApproval' ? t('views.approvals.months', { count: deadline.months }) : t('views.approvals.yearEnd');
}

export function whatText(words: RuleWords, line: ApprovalLine): string {
  return line.kind === 'step' ? words.words(line.step.wording) : words.t('text.labelled', { label: words.words(line.deadline.wording), text: dueText(words, line.deadline) });
}

export function approvalCsvLines(words: RuleWords, view: ApprovalView): ApprovalCsvLine[] {
  const { route } = view;
  const head = { community: view.name, id: view.id, zone: zoneText(words, view), approved: view.approved };
  if (!route.known) return [{ ...head, route: words.t(`rules.route.${route.reason}`), step: null, what: '', who: '', planned: null, due: null, done: null, state: '', article: '' }];
  return approvalLines(view, words.rules?.approval ?? null).map((line): ApprovalCsvLine => {
    const { state, limit, done } = standingOf(line);
    const isStep = line.kind === 'step';
    return {
      ...head, route: words.words(route.wording), step: isStep ? line.step.step : line.step, what: whatText(words, line), who: isStep ? words.words(line.step.who) : '',
      planned: isStep ? limit : null, due: isStep ? null : limit, done, state: words.t(`rules.step.${state}`), article: words.source(isStep ? route.source : line.deadline.source),
    };
  });
}
