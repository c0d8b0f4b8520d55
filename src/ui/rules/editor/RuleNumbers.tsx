/** The numbers that an entry asks, each with its name and unit; words where it asks none. */
import { useLanguage } from '../../../state/language.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Tip } from '../../controls/Tip.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { setDraftValue, useRuleDrafts } from './draft.ts';
import { askedNumbers, askedText, type Words } from './askedWords.ts';
import { rowKey, type EntryOf, type EntryRow } from './entryRow.ts';

/** As the readers of commands and profiles let in. */
const LARGEST = 1e12;

export function RuleNumbers({ words, row, fixed }: { words: Words; row: EntryRow; fixed: string | null }) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const draft = useRuleDrafts((state) => state.byRow.get(rowKey(row)));
  const own = row as EntryOf;
  const numbers = askedNumbers(words, own);
  if (numbers.length === 0) return <p className="rule-asked">{askedText(words, own)}</p>;
  if (fixed !== null) return <Tip text={fixed}><p className="rule-asked" tabIndex={0}>{askedText(words, own)}</p></Tip>;
  return (
    <div className="rule-numbers" role="group" aria-label={t('ruleEditor.changeGroup', { rule: row.entry.wording[language] })}>
      {numbers.map(({ member, value, label, unit }) => {
        const typed = draft?.values[member] ?? value;
        return (
          <span key={member} className={typed === value ? 'rule-number' : 'rule-number drafted'}>
            <span className="label">{label}</span>
            <NumberField label={label} unit={unit} value={typed} decimals={decimalsOf(typed)} min={0} max={LARGEST} onChange={(next) => { setDraftValue(row, member, next); }} />
          </span>
        );
      })}
    </div>
  );
}

/** As many as it was written with. */
function decimalsOf(value: number): number {
  return Math.min(20, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);
}
