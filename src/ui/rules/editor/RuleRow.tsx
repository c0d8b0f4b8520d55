/** One entry: what it is, by which article and how firmly, its numbers, what it overrides, who changed it. */
import { memo } from 'react';
import { commitCommand } from '../../../state/operations/commitCommand.ts';
import { TRIED } from '../../../core/rules/changedProfile.ts';
import { useLanguage } from '../../../state/language.ts';
import type { Language, Translate } from '../../../i18n/index.ts';
import type { RulesView } from '../../../worker/assessProtocol.ts';
import { Tip } from '../../controls/Tip.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { sourceText } from '../ruleWords.ts';
import { askedText, conditionsText, type Words } from './askedWords.ts';
import { isTried, type EntryOf, type EntryRow } from './entryRow.ts';
import { DraftForm } from './DraftForm.tsx';
import { RuleNumbers } from './RuleNumbers.tsx';
import { useRuleName } from './useRuleName.ts';

interface Props {
  row: EntryRow;
  rules: RulesView;
  /** Why nothing can be changed now. */
  fixed: string | null;
}

export const RuleRow = memo(function RuleRow({ row, rules, fixed }: Props) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const ruleName = useRuleName();
  const { of, entry } = row;
  const words: Words = { t, units: rules.units, ruleName: (id) => ruleName('rule', id) };
  const reason = entry.reference ? t('ruleEditor.fixed.reference') : entry.off ? t('ruleEditor.fixed.off') : fixed;
  return (
    <li className={['rule-row', entry.off ? 'off' : '', isTried(row) ? 'tried' : ''].join(' ').trim()} data-entry={entry.id}>
      <div className="rule-words">
        <p>
          <b>{entry.wording[language]}</b>
          {isTried(row) && <span className="tag tried">{t('ruleEditor.triedTag')}</span>}
          {entry.off && <span className="tag">{t('ruleEditor.offTag')}</span>}
          {entry.reference && <span className="tag">{t('rules.reference')}</span>}
          {entry.reading && <Tip text={entry.reading[language]}><span className="tag reading" tabIndex={0}>{t('rules.reading')}</span></Tip>}
        </p>
        <p className="note">{sourceText(t, language, entry.source, rules.documents)}</p>
        <p className="note">{[...qualities(t, row), profileName(t, language, rules, entry.from)].join(' · ')}</p>
        <Conditions words={words} row={row} />
      </div>
      <div className="rule-asks">
        <RuleNumbers words={words} row={row} fixed={reason} />
        {entry.overrides.map((below, index) => (
          <p key={index} className="note">
            <s>{askedText(words, { of, entry: below } as EntryOf)}</s> {profileName(t, language, rules, below.from)} · {sourceText(t, language, below.source, rules.documents)}
          </p>
        ))}
        {entry.changed && (
          <p className="rule-changed">
            <span>{isTried(row) ? t('assess.tried', entry.changed) : t('ruleEditor.changedBy', entry.changed)}</span>
            {isTried(row) && <button type="button" className="button small" disabled={fixed !== null} title={fixed ?? undefined} onClick={() => { void commitCommand({ type: 'restoreRule', of, entry: entry.id }); }}>{t('ruleEditor.restore')}</button>}
          </p>
        )}
        {reason === null && <DraftForm row={row} rules={rules} words={words} />}
      </div>
    </li>
  );
});

/** 刚性 · 社区 · 至 2025 年 · 约束性; of money: who pays what for. */
function qualities(t: Translate, { of, entry }: EntryRow): string[] {
  const levels = of === 'indicator' ? entry.levels : [entry.level];
  const year = entry.year === undefined ? [] : [t('ruleEditor.until', { year: entry.year })];
  const own = [t(`rules.strength.${entry.strength}`), levels.map((level) => t(`rules.level.${level}`)).join(t('report.listSeparator')), ...year];
  if (of === 'indicator' && entry.property) own.push(t(`ruleEditor.${entry.property}`));
  if (of !== 'money') return own;
  const { fromYear: from, toYear: to } = entry;
  const years = from !== undefined && to !== undefined ? [t('ruleEditor.years', { from, to })] : from !== undefined ? [t('ruleEditor.fromYear', { from })] : to !== undefined ? [t('ruleEditor.toYear', { to })] : [];
  return [t(`rules.purpose.${entry.purpose}`), t('ruleEditor.payer', { payer: t(`rules.payer.${entry.payer}`) }), ...years, ...own];
}

function profileName(t: Translate, language: Language, rules: RulesView, id: string): string {
  return id === TRIED ? t('ruleEditor.triedHere') : (rules.choices.find((choice) => choice.id === id)?.title[language] ?? id);
}

function Conditions({ words, row: { of, entry } }: { words: Words; row: EntryRow }) {
  const { t } = words;
  const parts = [
    ...(of === 'rule' || of === 'money' ? (entry.applies ? [t('ruleEditor.applies', { conditions: conditionsText(words, entry.applies) })] : []) : []),
    ...(of === 'money' && entry.unless ? [t('ruleEditor.unless', { conditions: conditionsText(words, entry.unless) })] : []),
    ...(of === 'rule' && entry.waivedBy ? [t('ruleEditor.waivedBy', { conditions: conditionsText(words, [entry.waivedBy]) })] : []),
    ...(of === 'indicator' && entry.kind ? [t('ruleEditor.applies', { conditions: t(`kind.${entry.kind}`) })] : []),
  ];
  return parts.length === 0 ? null : <p className="note">{parts.join(t('ruleEditor.clauseSeparator'))}</p>;
}
