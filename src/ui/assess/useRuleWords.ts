/** What the tables say of rules: words in the page's language, articles in full, the profile as it holds in the open scenario. */
import { useMemo } from 'react';
import { isMessageKey, type Language, type Translate } from '../../i18n/index.ts';
import type { Source, Wording } from '../../core/rules/profile.ts';
import type { Need } from '../../core/rules/vocabulary.ts';
import { useAssess } from '../../state/assess/assess.ts';
import { useLanguage } from '../../state/language.ts';
import type { RulesView } from '../../worker/assessProtocol.ts';
import { sourceText, worded } from '../rules/ruleWords.ts';
import { useTranslate } from '../words/useTranslate.ts';

export interface RuleWords {
  t: Translate;
  language: Language;
  rules: RulesView | null;
  /** 《若干措施》第 7 条 */
  source: (source: Source) => string;
  words: (wording: Wording) => string;
  /** 用房面积、户数: metrics by name. */
  metrics: (names: readonly string[]) => string;
  /** Rule and article by the rule's id; empty where the profile has none of that name. */
  ofRule: (id: string | undefined) => string;
  /** Articles of all rules that answer a need, each once. */
  ofNeed: (need: Need) => string;
}

export function useRuleWords(): RuleWords {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const rules = useAssess((mirror) => mirror.state?.rules ?? null);
  return useMemo(() => {
    const source = (of: Source) => sourceText(t, language, of, rules?.documents ?? []);
    const words = (wording: Wording) => worded(language, wording);
    const ofRule = (id: string | undefined) => {
      const rule = rules?.rules.find((each) => each.id === id);
      return rule ? `${words(rule.wording)} · ${source(rule.source)}` : '';
    };
    const ofNeed = (need: Need) => [...new Set(rules?.rules.flatMap((rule) => (rule.need === need && !rule.off && !rule.reference ? [source(rule.source)] : [])) ?? [])].join(t('report.listSeparator'));
    const metrics = (names: readonly string[]) => names.map((name) => { const key = `rules.metric.${name}`; return isMessageKey(key) ? t(key) : name; }).join(t('report.listSeparator'));
    return { t, language, rules, source, words, metrics, ofRule, ofNeed };
  }, [t, language, rules]);
}
