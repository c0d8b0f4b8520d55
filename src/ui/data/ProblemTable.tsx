/** What reading found, line by line: what, with what was found and expected, and where. */
import { useMemo, useState } from 'react';
import type { ReadProblem } from '../../io/problem.ts';
import { flyToPoint } from '../../state/view.ts';
import type { Column } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { figure } from '../words/figures.ts';
import { problemSentence } from '../words/problemWords.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { inReadingOrder } from './problemOrder.ts';

interface Row {
  key: string;
  problem: ReadProblem;
}

export function ProblemTable({ problems }: { problems: readonly ReadProblem[] }) {
  const t = useTranslate();
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(() => inReadingOrder(problems).map((problem, index): Row => ({ key: String(index), problem })), [problems]);
  const columns: Column<Row>[] = [
    { id: 'severity', head: t('column.severity'), width: '64px', cell: ({ problem }) => <span className={problem.severity === 'refused' ? 'alarm' : 'muted'}>{t(`problemSeverity.${problem.severity}`)}</span> },
    { id: 'file', head: t('column.file'), width: 'minmax(96px, 1fr)', cell: ({ problem }) => problem.file },
    { id: 'feature', head: t('column.feature'), width: '56px', numeric: true, cell: ({ problem }) => (problem.feature === null ? '—' : figure(problem.feature + 1)) },
    {
      id: 'what', head: t('column.problem'), width: 'minmax(200px, 4fr)',
      cell: ({ problem }) => {
        const text = problemSentence(t, problem) + (problem.more === undefined ? '' : ` · ${t('where.more', { count: figure(problem.more) })}`);
        return <span title={text}>{problem.lngLat && '⌖ '}{text}</span>;
      },
    },
    { id: 'unit', head: t('column.unit'), width: 'minmax(72px, 0.8fr)', cell: ({ problem }) => problem.unit ?? '—' },
    { id: 'field', head: t('column.field'), width: 'minmax(96px, 1fr)', cell: ({ problem }) => <span title={problem.field}>{problem.field ?? '—'}</span> },
  ];
  const go = ({ key, problem }: Row) => {
    setSelected(key);
    if (problem.lngLat) flyToPoint(problem.lngLat);
  };
  return (
    <VirtualTable
      label={t('data.problems')}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.key}
      selected={selected}
      onSelect={({ key }) => { setSelected(key); }}
      onActivate={go}
      empty={t('data.noProblemsLong')}
    />
  );
}
