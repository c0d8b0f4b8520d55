/** Every entry of the profile in use: where its number comes from, what it overrides, who changed it; and what this scenario tries instead. */
import { useDeferredValue, useMemo, useState } from 'react';
import { useAssess } from '../../../state/assess/assess.ts';
import { useSaving } from '../../../state/autosave/saving.ts';
import { useLanguage } from '../../../state/language.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import type { Translate } from '../../../i18n/index.ts';
import type { PlanState } from '../../../worker/planProtocol.ts';
import type { RulesView } from '../../../worker/assessProtocol.ts';
import { Modal } from '../../controls/Modal.tsx';
import { Pills } from '../../controls/Pills.tsx';
import { SearchBox } from '../../controls/SearchBox.tsx';
import { rejectionText } from '../../plan/planWords.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { entryRows, groupOf, GROUPS, isFound, isShown, rowKey, SHOWN, type EntryRow, type Group, type Shown } from './entryRow.ts';
import { Misfits } from './Misfits.tsx';
import { RuleRow } from './RuleRow.tsx';

interface Props {
  /** Looked for at first. */
  find: string;
  onClose: () => void;
}

export function RuleEditor({ find, onClose }: Props) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const plan = usePlan((mirror) => mirror.state);
  const refused = usePlan((mirror) => mirror.refused);
  const otherTab = useSaving((state) => state.otherTab !== null);
  const rules = useAssess((mirror) => mirror.state?.rules);
  if (!rules || !plan) return null;
  const fixed = otherTab ? t('plan.otherTab') : plan.current === null ? t('plan.baseOnly') : null;
  const close = () => {
    usePlan.setState({ refused: null });
    onClose();
  };
  return (
    <Modal
      className="rule-editor"
      title={t('ruleEditor.title', { profile: rules.title[language] })}
      onClose={close}
      foot={(
        <>
          <span className={refused || fixed !== null ? 'grow note alarm' : 'grow note'} role="status">{refused ? rejectionText(t, refused.rejection) : fixed ?? scenarioNote(t, plan)}</span>
          <button type="button" className="button" onClick={close}>{t('action.close')}</button>
        </>
      )}
    >
      <Entries rules={rules} find={find} fixed={fixed} />
    </Modal>
  );
}

function scenarioNote(t: Translate, { scenarios, current }: PlanState): string {
  return t('ruleEditor.note', { scenario: scenarios.find(({ id }) => id === current)?.name ?? '' });
}

function Entries({ rules, find, fixed }: { rules: RulesView; find: string; fixed: string | null }) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const [group, setGroup] = useState<Group | 'all'>('all');
  const [shown, setShown] = useState<Shown>('all');
  const [typed, setTyped] = useState(find);
  const looked = useDeferredValue(typed.trim());
  const rows = useMemo(() => entryRows(rules), [rules]);
  const found = useMemo(() => rows.filter((row) => isFound(row, looked, language, rules.documents)), [rows, looked, language, rules.documents]);
  const listed = found.filter((row) => isShown(row, shown));
  const groups = GROUPS.map((id) => ({ id, rows: listed.filter((row) => groupOf(row) === id) })).filter((each) => each.rows.length > 0);
  return (
    <div className="rule-columns">
      <nav className="rule-groups" aria-label={t('ruleEditor.groups')}>
        <GroupButton label={t('ruleEditor.group.all')} count={listed.length} on={group === 'all'} onPick={() => { setGroup('all'); }} />
        {groups.map((each) => <GroupButton key={each.id} label={groupName(t, each.id)} count={each.rows.length} on={group === each.id} onPick={() => { setGroup(each.id); }} />)}
      </nav>
      <div className="rule-list">
        <div className="rule-find">
          <SearchBox label={t('ruleEditor.search')} value={typed} onChange={setTyped} />
          <Pills label={t('ruleEditor.show')} value={shown} options={SHOWN.map((value) => ({ value, label: t(`ruleEditor.show.${value}`), count: found.filter((row) => isShown(row, value)).length }))} onChange={setShown} />
        </div>
        <div className="rule-scroll" tabIndex={-1}>
          <Misfits rules={rules} fixed={fixed} />
          {groups.filter(({ id }) => group === 'all' || group === id).map((each) => <Section key={each.id} title={groupName(t, each.id)} rows={each.rows} rules={rules} fixed={fixed} />)}
          {listed.length === 0 && <p className="muted">{t(shown === 'tried' && looked === '' ? 'ruleEditor.nothingTried' : 'ruleEditor.nothing')}</p>}
        </div>
      </div>
    </div>
  );
}

function groupName(t: Translate, group: Group): string {
  if (group === 'family.money') return t('ruleEditor.family.money');
  return group === 'indicator' || group === 'money' || group === 'parameter' ? t(`ruleEditor.group.${group}`) : t(`rules.${group}`);
}

function GroupButton({ label, count, on, onPick }: { label: string; count: number; on: boolean; onPick: () => void }) {
  return <button type="button" className={on ? 'class-row on' : 'class-row'} aria-pressed={on} onClick={onPick}><span className="grow ellipsis group-name">{label}</span><span className="unit">{count}</span></button>;
}

function Section({ title, rows, rules, fixed }: { title: string; rows: readonly EntryRow[]; rules: RulesView; fixed: string | null }) {
  return (
    <section aria-label={title}>
      <h3 className="heading"><span className="group-name">{title}</span><span className="unit">{rows.length}</span></h3>
      <ul>{rows.map((row) => <RuleRow key={rowKey(row)} row={row} rules={rules} fixed={fixed} />)}</ul>
    </section>
  );
}
