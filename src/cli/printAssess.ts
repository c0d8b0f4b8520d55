/** The assessment as lines: totals, then each community with what fails, then the scorecard. */
import type { Assessment } from '../core/assess.ts';
import { byUrgency, verdictKey } from '../core/rules/finding.ts';
import type { ResolvedProfile } from '../core/rules/resolveProfile.ts';
import { isMessageKey, type Translate } from '../i18n/index.ts';
import type { AssessGround } from './assessGround.ts';
import type { AssessCall } from './assessOptions.ts';

export interface PrintedAssessment {
  readonly call: AssessCall;
  readonly ground: AssessGround;
  readonly assessment: Assessment;
  readonly profile: ResolvedProfile;
  readonly t: Translate;
}

export function printAssess({ call, ground, assessment, profile, t }: PrintedAssessment): void {
  const { language } = call;
  const words = (key: string): string => (isMessageKey(key) ? t(key) : key);
  const rules = new Map(profile.rules.map((rule) => [rule.id, rule.wording[language]]));
  const lines: string[] = [];
  const { totals } = assessment;
  lines.push(t('cli.assessed', { profile: profile.title[language], asOf: assessment.asOf, scenario: ground.scenario ?? t('cli.base') }));
  lines.push(t('cli.assessedTotals', { communities: totals.communities, households: totals.households, people: totals.people, superLarge: totals.superLarge, micro: totals.micro, inRange: totals.inRange, unknown: totals.unknown }));
  if (ground.geometryErrors > 0) lines.push(t('cli.geometryErrors', { count: ground.geometryErrors }));
  for (const { name, kind, join, facts } of ground.tables.reports) {
    lines.push(t('cli.joinedTable', { table: name, kind: words(`table.kind.${kind}`), joined: join?.joined.length ?? 0, unjoined: join?.unjoined.length ?? 0, doubled: join?.doubled.length ?? 0, facts }));
  }
  if (ground.tables.conflicts.length > 0) lines.push(t('cli.conflicts', { count: ground.tables.conflicts.length }));
  for (const { id, name, class: sizeClass, findings } of assessment.communities) {
    const failing = findings.filter(({ verdict, rule }) => verdict === 'fail' && rule.reference !== true).sort(byUrgency);
    lines.push(`${id} ${name} · ${words(`rules.class.${sizeClass}`)}`);
    for (const finding of failing) {
      const { rule: { id: rule, strength, unit, source }, verdict, actual, margin } = finding;
      lines.push(`  ${words(verdictKey({ verdict, strength }))} · ${rules.get(rule) ?? rule} · ${String(actual)} ${words(`rules.unit.${unit}`)}${margin === null ? '' : ` (${margin})`} · ${source.document} ${source.article}`);
    }
  }
  for (const { row, indicator, actual, verdict, known, unknown } of assessment.scorecard) {
    lines.push(`${row ?? indicator} ${actual ?? '—'} · ${words(`rules.verdict.${verdict}`)} · ${t('cli.knownUnknown', { known, unknown })}`);
  }
  // Control characters in a hostile file must not reach the terminal.
  process.stdout.write(`${lines.map((line) => line.replace(/[\u0000-\u001f\u007f-\u009f]/g, '·')).join('\n')}\n`);
}
