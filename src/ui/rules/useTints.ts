/** Colours of the map in 方案 and the lines of its legend, from the assessment and what the user chose to see. */
import { useMemo } from 'react';
import type { Tint } from '../../map/layers/tints.ts';
import { useAssess, useColouring, type Colouring } from '../../state/assess/assess.ts';
import { useCompare } from '../../state/plan/compare.ts';
import { useView } from '../../state/view.ts';
import { useLanguage } from '../../state/language.ts';
import type { Translate } from '../../i18n/index.ts';
import type { RulesView } from '../../worker/assessProtocol.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { amount, unitText, worded } from './ruleWords.ts';
import { classTints, metricTints, verdictTints } from './tintsOf.ts';

export interface TintView {
  tints: ReadonlyMap<number, Tint>;
  legend: { tint: Tint | null; label: string }[];
}

/** Null: nothing is coloured, or what is shown is no single state of the plan. */
export function useTints(): TintView | null {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const task = useView((state) => state.task);
  const comparing = useCompare((state) => state.on);
  const state = useAssess((mirror) => mirror.state);
  const { by, values } = useColouring();
  return useMemo((): TintView | null => {
    if (task !== 'plan' || comparing || !state || by.kind === 'none') return null;
    if (by.kind === 'class') return { tints: classTints(state.rows), legend: classLegend(t, state.rules, new Set([...state.rows.values()].map((row) => row.class))) };
    if (!values) return null;
    if (by.kind === 'rule') {
      const tints = verdictTints(values);
      const used = new Set(tints.values());
      const rows: { tint: Tint; label: string }[] = [{ tint: 'fail', label: t('colour.legend.fail') }, { tint: 'failLighter', label: t('colour.legend.failGeneral') }, { tint: 'noData', label: t('colour.legend.unknown') }];
      return { tints, legend: [...rows.filter(({ tint }) => used.has(tint)), { tint: null, label: t('colour.legend.pass') }] };
    }
    const unit = state.rules.units[by.metric] ?? 'word';
    const { tints, classes, noData } = metricTints(values);
    const legend: TintView['legend'] = classes.map(({ tint, from, to }) => ({ tint, label: `${from === to ? amount(from, unit) : t('colour.legend.class', { from: amount(from, unit), to: amount(to, unit) })} ${unitText(t, unit)}` }));
    if ([...tints.values()].includes('fail')) legend.push({ tint: 'fail', label: t('assess.no') });
    if (noData > 0) legend.push({ tint: 'noData', label: t('colour.legend.unknown') });
    return { tints, legend };
    // Words change with the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [task, comparing, state, by, values, language]);
}

function classLegend(t: Translate, { households }: RulesView, used: ReadonlySet<string>): TintView['legend'] {
  const bound = (end: number | null | undefined) => (end === null || end === undefined ? '?' : figure(end));
  const rows: { tint: Tint; of: string; label: string }[] = [
    { tint: 'superLarge', of: 'superLarge', label: t('colour.legend.superLarge', { bound: bound(households?.max) }) },
    { tint: 'micro', of: 'micro', label: t('colour.legend.micro', { bound: bound(households?.min) }) },
    { tint: 'planAhead', of: 'planAhead', label: t('colour.legend.planAhead', { bound: bound(households?.min) }) },
    { tint: 'noData', of: 'unknown', label: t('colour.legend.unknown') },
  ];
  return rows.filter(({ of }) => used.has(of)).map(({ tint, label }) => ({ tint, label }));
}

/** Name of what the map is coloured by. */
export function colouringText(t: Translate, by: Colouring, rules: RulesView, language: 'zh' | 'en'): string {
  if (by.kind === 'class' || by.kind === 'none') return t(`colour.${by.kind}`);
  if (by.kind === 'metric') return t(`rules.metric.${by.metric}` as 'rules.metric.people');
  const rule = rules.rules.find(({ id }) => id === by.rule);
  return rule ? worded(language, rule.wording) : by.rule;
}
