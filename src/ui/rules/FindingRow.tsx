/** One finding: glyph, rule, value before → now; beneath it what is asked, the margin, the article. What it stands on is said on hover and on focus. */
import { useLanguage } from '../../state/language.ts';
import type { RulesView, Sheet } from '../../worker/assessProtocol.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { GIVABLE } from '../../core/facts/givable.ts';
import { openPlanDialog } from '../../state/plan/dialog.ts';
import { useBlocked } from '../assess/useBlocked.ts';
import { Tip } from '../controls/Tip.tsx';
import { factLine } from './given/givenWords.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { articleText, boundText, marginText, sourceText, unitText, valueText, findingVerdict, worded } from './ruleWords.ts';
import { VerdictGlyph } from './VerdictGlyph.tsx';

interface Props {
  finding: Finding;
  /** At the base; null where it was not there. */
  before: Finding | null;
  rules: RulesView;
  sheet: Sheet;
}

export function FindingRow({ finding, before, rules, sheet }: Props) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const rule = rules.rules.find(({ id }) => id === finding.rule.id);
  const { verdict, actual, bound, rule: { unit, source, strength } } = finding;
  const moved = before !== null && before.actual !== actual && before.actual !== null;
  const layer = rules.choices.find(({ id }) => id === rule?.from);
  const asked = verdict === 'notApplicable' ? t('rules.verdict.notApplicable') : boundText(t, bound, unit);
  const unitWord = unitText(t, unit);
  const margin = marginText(t, finding);
  // A sentence has a line of its own.
  const long = [actual, moved ? before.actual : null].some((value) => typeof value === 'string' && value.length > LONGEST_WORD);
  return (
    <Tip text={<Origin finding={finding} rules={rules} sheet={sheet} />} side="left">
      <div className={`finding-row ${verdict}`} tabIndex={0}>
        <VerdictGlyph of={verdict} firm={strength === 'firm'} label={findingVerdict(t, finding)} />
        <div className="grow">
          <div className="line">
            <span className="grow">{rule ? worded(language, rule.wording) : finding.rule.id}{rule?.changed && <span className="tag">{t('command.changeRule')}</span>}</span>
            <span className="nowrap">
              {moved && !long && <span className="muted">{valueText(t, before.actual, unit)} → </span>}
              {long ? null : actual === null ? <span className="muted">{t('value.none')}</span> : moved ? <b>{valueText(t, actual, unit)}</b> : valueText(t, actual, unit)}
              {typeof actual === 'number' && unitWord !== '' && <span className="unit"> {unitText(t, unit, actual)}</span>}
            </span>
          </div>
          {long && moved && <div className="muted">{valueText(t, before.actual, unit)} →</div>}
          {long && <div>{actual === null ? <span className="muted">{t('value.none')}</span> : valueText(t, actual, unit)}</div>}
          <div className="line under">
            <span className="grow ellipsis">{asked}{typeof actual !== 'number' && bound !== null && typeof bound.value !== 'boolean' && unitWord !== '' && asked !== '' ? ` ${unitWord}` : ''}</span>
            <GiveFigure finding={finding} rules={rules} sheet={sheet} />
            <span className={verdict === 'fail' ? 'alarm nowrap' : 'nowrap'}>{margin}</span>
            <span className="nowrap article">{layer && layer.id !== rules.id ? `${worded(language, layer.title)} ` : ''}{articleText(t, source)}</span>
          </div>
        </div>
      </div>
    </Tip>
  );
}

/** Characters that stand beside a rule's words. */
const LONGEST_WORD = 8;

/** The way to give a figure by hand: there where it is missing, and on hover or focus where it is doubtful. */
function GiveFigure({ finding, rules, sheet }: Omit<Props, 'before'>) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const blocked = useBlocked();
  const used = finding.rule.reference ? [] : (sheet.behind[finding.rule.id] ?? []).filter((fact) => GIVABLE.has(fact));
  if (used.length === 0 || blocked !== null) return null;
  const rule = rules.rules.find(({ id }) => id === finding.rule.id);
  const label = t('given.addFor', { rule: rule ? worded(language, rule.wording) : finding.rule.id });
  const missing = finding.verdict === 'unknown';
  // Where nothing is missing the keyboard goes by the section below: a stop at each row twice would be too many.
  return <button type="button" className={missing ? 'link nowrap' : 'link nowrap quiet'} tabIndex={missing ? 0 : -1} aria-label={label} onClick={() => { openPlanDialog({ kind: 'giveFact', sheet, used, fact: null }); }}>{t('given.add')}</button>;
}

/** Document and article in full, strength, level, basis and date, our reading, what it overrides, the figures it stands on and where they come from. */
function Origin({ finding, rules, sheet }: { finding: Finding; rules: RulesView; sheet: Sheet }) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const { id, source, strength, level, year, reading, reference } = finding.rule;
  const rule = rules.rules.find((each) => each.id === id);
  const lines = [
    sourceText(t, language, source, rules.documents),
    `${findingVerdict(t, finding)} · ${t('assess.strength', { strength: t(`rules.strength.${strength}`) })} · ${t('assess.level', { level: t(`rules.level.${level}`) })}`,
    level === 'community' ? null : t('rules.judgedAt', { level: t(`rules.level.${level}`) }),
    year === undefined ? null : t('rules.verdict.year', { year }),
    finding.basis === null ? null : t('assess.basisLine', { basis: t(`rules.basis.${finding.basis}`) }),
    finding.asOf === undefined ? null : t('assess.dataDate', { day: finding.asOf }),
    reading === undefined ? null : t('assess.readingLine', { text: worded(language, reading) }),
    reference ? t('rules.reference') : null,
    rule?.changed ? t('assess.tried', rule.changed) : null,
    ...(reference ? [] : (sheet.behind[id] ?? []).map((fact) => factLine(t, sheet, fact))),
    ...(rule?.overrides ?? []).map((each) => t('assess.overridden', { text: sourceText(t, language, each.source, rules.documents) })),
  ];
  return <>{lines.flatMap((line, index) => (line === null ? [] : [<div key={index}>{line}</div>]))}</>;
}
