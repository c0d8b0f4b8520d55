/** The sheet of a community: every rule with its value, what it asks, how much is missing, and its article; the rest on hover. */
import { useState } from 'react';
import { useAssess } from '../../state/assess/assess.ts';
import { useLanguage } from '../../state/language.ts';
import type { RulesView, Sheet } from '../../worker/assessProtocol.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { FindingRow } from './FindingRow.tsx';
import { GivenFigures } from './given/GivenFigures.tsx';
import { worded, yuanText } from './ruleWords.ts';
import { sheetFamilies, type SheetFamily } from './sheetRows.ts';
import type { ShownSheet } from './useSheet.ts';
import { VerdictGlyph } from './VerdictGlyph.tsx';

export function RuleSheet({ sheet }: { sheet: ShownSheet | null }) {
  const t = useTranslate();
  const rules = useAssess((mirror) => mirror.state?.rules ?? null);
  const asOf = useAssess((mirror) => mirror.state?.asOf ?? '');
  const language = useLanguage((state) => state.language);
  const [all, setAll] = useState(false);
  if (!rules || !sheet) return <div className="section"><h3>{t('assess.title')}</h3><p className="muted">{t('assess.opening')}</p></div>;
  const { now, base } = sheet;
  const before = new Map(base?.findings.map((finding) => [finding.rule.id, finding]));
  const families = sheetFamilies(now.findings, all);
  const shown = families.reduce((sum, { findings }) => sum + findings.length, 0);
  const main = rules.documents.find(({ id }) => id === rules.rules.find((rule) => rule.from === rules.id)?.source.document);
  return (
    <>
      {families.filter(({ findings }) => findings.length > 0).map((family) => <Family key={family.family} family={family} rules={rules} before={before} sheet={now} />)}
      <GivenFigures sheet={now} />
      <div className="section">
        <h3>{t('assess.moneyTitle')} <span className="unit">{t('assess.estimate')}</span></h3>
        <div className="pair">
          <span>{t('assess.moneyPerYear')}</span>
          <span>{base && base.money.knownYuanPerYear !== now.money.knownYuanPerYear && <span className="muted">{yuanText(t, base.money.knownYuanPerYear)} → </span>}{yuanText(t, now.money.knownYuanPerYear)}<span className="unit">/{t('assess.year')}</span></span>
        </div>
        {now.money.items.map((item) => {
          const entry = rules.money.find(({ id }) => id === item.entry);
          return (
            <div key={item.entry} className="pair" title={entry && worded(language, entry.wording)}>
              <span className="ellipsis muted">{t(`rules.payer.${item.payer}`)} · {t(`rules.purpose.${item.purpose}`)}</span>
              <span className={item.yuanPerYear === null ? 'muted' : undefined}>{item.yuanPerYear === null ? (item.sharePercent === null ? t('value.none') : `${item.sharePercent}%`) : yuanText(t, item.yuanPerYear)}</span>
            </div>
          );
        })}
        {now.money.unknownItems > 0 && <p className="note">{t('assess.moneyUnknown', { count: figure(now.money.unknownItems) })}</p>}
      </div>
      <div className="section sheet-foot">
        <button type="button" className="link" aria-expanded={all} onClick={() => { setAll(!all); }}>{all ? t('assess.showLess') : t('assess.showAll', { count: figure(now.findings.length) })}</button>
        <p className="note">{t('assess.asOf', { profile: worded(language, rules.title), day: asOf })}{shown > 0 && main && ` · ${t('assess.footer', { document: worded(language, main.title) })}`}</p>
      </div>
    </>
  );
}

/** Chips for the head of the inspector: how many are met, not met, unknown. */
export function VerdictChips({ sheet }: { sheet: ShownSheet | null }) {
  const t = useTranslate();
  if (!sheet) return null;
  const own = sheet.now.findings.filter(({ rule: { reference, level } }) => !reference && level === 'community');
  const count = (verdict: Finding['verdict']) => own.filter((finding) => finding.verdict === verdict).length;
  return (
    <div className="verdict-chips">
      {count('fail') > 0 && <span className="chip open"><VerdictGlyph of="fail" />{t('assess.count.fail', { count: count('fail') })}</span>}
      <span className="chip ok"><VerdictGlyph of="pass" />{t('assess.count.pass', { count: count('pass') })}</span>
      {count('unknown') > 0 && <span className="chip information"><VerdictGlyph of="unknown" />{t('assess.count.unknown', { count: count('unknown') })}</span>}
    </div>
  );
}

function Family({ family: { family, findings, met, judged, unknown }, rules, before, sheet }: { family: SheetFamily; rules: RulesView; before: ReadonlyMap<string, Finding>; sheet: Sheet }) {
  const t = useTranslate();
  return (
    <div className="section">
      <h3>{t(`rules.family.${family}`)} <span className="unit" title={t('assess.metHelp', { met, judged, unknown })}>{t('assess.met', { met, judged })}</span></h3>
      {findings.map((finding) => <FindingRow key={finding.rule.id} finding={finding} before={before.get(finding.rule.id) ?? null} rules={rules} sheet={sheet} />)}
    </div>
  );
}
