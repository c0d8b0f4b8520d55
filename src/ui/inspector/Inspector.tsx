/** What is selected: a defect, a community, or what to do to select one. */
import { useSession } from '../../state/session.ts';
import { useView } from '../../state/view.ts';
import { useDefectRows } from '../check/useDefectRows.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { DefectInspector } from '../check/DefectInspector.tsx';
import { UnitInspector } from './UnitInspector.tsx';

export function Inspector() {
  const t = useTranslate();
  const selection = useView((state) => state.selection);
  const task = useView((state) => state.task);
  const units = useSession((state) => state.loaded?.units);
  const { rows } = useDefectRows();
  const unit = selection?.kind === 'unit' ? units?.[selection.index] : undefined;
  const row = selection?.kind === 'defect' ? rows.find((each) => each.defect.id === selection.id) : undefined;
  if (unit) return <UnitInspector key={unit.index} unit={unit} />;
  if (row) return <DefectInspector key={row.defect.id} row={row} />;
  return (
    <div className="empty">
      <p>{t(!units ? 'inspector.noData' : task === 'data' ? 'inspector.pickUnit' : 'inspector.pickDefect')}</p>
    </div>
  );
}
