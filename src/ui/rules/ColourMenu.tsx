/** What the map is coloured by: the size class, whether a rule is met, a figure. Stands in the legend's head. */
import { Select } from 'radix-ui';
import { isMessageKey } from '../../i18n/index.ts';
import { FAMILIES } from '../../core/rules/vocabulary.ts';
import { useAssess, useColouring, type Colouring } from '../../state/assess/assess.ts';
import { useLanguage } from '../../state/language.ts';
import { colourBy } from '../../state/operations/colourBy.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { worded } from './ruleWords.ts';

/** Figures that are worth a map: numbers and truths of a community, with a name. */
const FIGURELESS = new Set(['word', 'date']);

export function ColourMenu() {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const rules = useAssess((mirror) => mirror.state?.rules ?? null);
  const by = useColouring((state) => state.by);
  if (!rules) return null;
  const judged = rules.rules.filter(({ level, off, bound }) => level === 'community' && !off && bound.type !== 'shown');
  const metrics = Object.entries(rules.units).filter(([metric, unit]) => !FIGURELESS.has(unit) && isMessageKey(`rules.metric.${metric}`));
  return (
    <Select.Root value={valueOf(by)} onValueChange={(value) => { void colourBy(colouringOf(value)); }}>
      <Select.Trigger className="select colour-menu" aria-label={t('colour.title')} title={t('colour.title')}>
        <Select.Value />
        <Select.Icon><Icon name="chevronDown" small /></Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className="menu tall" position="popper" side="top" align="start" sideOffset={2} collisionPadding={8}>
          <Select.Viewport>
            <Option value="class" label={t('colour.class')} />
            <Option value="none" label={t('colour.none')} />
            {FAMILIES.map((family) => {
              const own = judged.filter((rule) => rule.family === family);
              return own.length > 0 && (
                <Select.Group key={family}>
                  <Select.Label className="menu-label">{t('colour.rules')} · {t(`rules.family.${family}`)}</Select.Label>
                  {own.map((rule) => <Option key={rule.id} value={`rule:${rule.id}`} label={worded(language, rule.wording)} />)}
                </Select.Group>
              );
            })}
            <Select.Group>
              <Select.Label className="menu-label">{t('colour.metrics')}</Select.Label>
              {metrics.map(([metric]) => <Option key={metric} value={`metric:${metric}`} label={t(`rules.metric.${metric}` as 'rules.metric.people')} />)}
            </Select.Group>
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}

function Option({ value, label }: { value: string; label: string }) {
  return <Select.Item value={value} className="option"><Select.ItemText>{label}</Select.ItemText></Select.Item>;
}

function valueOf(by: Colouring): string {
  return by.kind === 'rule' ? `rule:${by.rule}` : by.kind === 'metric' ? `metric:${by.metric}` : by.kind;
}

function colouringOf(value: string): Colouring {
  if (value.startsWith('rule:')) return { kind: 'rule', rule: value.slice('rule:'.length) };
  if (value.startsWith('metric:')) return { kind: 'metric', metric: value.slice('metric:'.length) };
  return value === 'none' ? { kind: 'none' } : { kind: 'class' };
}
