/** Which table of 方案 is open: the lists, and the tables against the rules. Where there is little room the latter stand in a menu. */
import { DropdownMenu } from 'radix-ui';
import { isAssessTable, useView, type AssessTable, type PlanTable } from '../../state/view.ts';
import { useLanguage } from '../../state/language.ts';
import { Pills } from '../controls/Pills.tsx';
import { useMedia } from '../controls/useMedia.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export interface TableCounts {
  communities: number;
  changed: number;
  open: number;
  steps: number;
  /** Attachments and contested ground. */
  registers: number;
  /** Late steps and deadlines of approvals. */
  late: number;
  /** Null: there is no task table. */
  tasks: { count: number; late: number } | null;
}

/** Nine pills and the actions beside them fit from here on; English words are longer. */
const ROOM = { zh: '(min-width: 1260px)', en: '(min-width: 1560px)' } as const;

const show = (planTable: PlanTable) => { useView.setState({ planTable, bottomOpen: true }); };

export function TablePills({ counts }: { counts: TableCounts }) {
  const t = useTranslate();
  const which = useView((view) => view.planTable);
  const language = useLanguage((state) => state.language);
  const room = useMedia(ROOM[language]);
  const assessed: { value: AssessTable; label: string; count?: number }[] = [
    { value: 'scorecard', label: t('views.pill.scorecard') },
    { value: 'league', label: t('views.pill.league') },
    { value: 'registers', label: t('views.pill.registers'), ...(counts.registers > 0 ? { count: counts.registers } : {}) },
    { value: 'consequences', label: t('views.pill.consequences') },
    counts.late > 0 ? { value: 'approvals', label: t('views.pill.approvalsLate'), count: counts.late } : { value: 'approvals', label: t('views.pill.approvals') },
  ];
  return (
    <div className={counts.late > 0 ? 'table-pills some-late' : 'table-pills'}>
      <Pills<PlanTable>
        label={t('views.lists')}
        value={which}
        onChange={show}
        options={[
          { value: 'communities', label: t('planTable.communities'), count: counts.communities },
          { value: 'changed', label: t('planTable.changed'), count: counts.changed },
          { value: 'open', label: t('views.pill.open'), count: counts.open },
          { value: 'steps', label: t('views.pill.steps'), count: counts.steps },
          ...(counts.tasks === null ? [{ value: 'tasks' as const, label: t('tasks.pill') }] : counts.tasks.late > 0 ? [{ value: 'tasks' as const, label: t('tasks.pillLate'), count: counts.tasks.late }] : [{ value: 'tasks' as const, label: t('tasks.pill'), count: counts.tasks.count }]),
        ]}
      />
      <span className="separator" />
      {room ? <Pills<PlanTable> label={t('views.assessed')} value={which} onChange={show} options={assessed} /> : <PillMenu options={assessed} value={isAssessTable(which) ? which : null} />}
    </div>
  );
}

function PillMenu({ options, value }: { options: readonly { value: AssessTable; label: string; count?: number }[]; value: AssessTable | null }) {
  const t = useTranslate();
  const open = options.find((option) => option.value === value);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="pill" aria-pressed={open !== undefined} aria-label={open ? `${t('views.assessed')}：${open.label}` : t('views.assessed')}>
        {open ? open.label : t('views.more')}<Icon name="chevronDown" small />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
          <DropdownMenu.RadioGroup value={value ?? ''} onValueChange={(next) => { show(next as AssessTable); }}>
            {options.map((option) => (
              <DropdownMenu.RadioItem key={option.value} value={option.value} className="option">{option.label}{option.count !== undefined && <span className="unit">{option.count}</span>}</DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
