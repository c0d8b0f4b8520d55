/** The bottom table of task 数据: all communities, or what reading found. */
import { useSession } from '../../state/session.ts';
import { useView } from '../../state/view.ts';
import { Pills } from '../controls/Pills.tsx';
import { BottomToggle } from '../frame/BottomToggle.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { CommunityTable } from './CommunityTable.tsx';
import { problemCount } from './problemOrder.ts';
import { ProblemTable } from './ProblemTable.tsx';
import { ShapeButton } from './ShapeButton.tsx';

export function DataTables({ open }: { open: boolean }) {
  const t = useTranslate();
  const which = useView((state) => state.dataTable);
  const loaded = useSession((state) => state.loaded);
  const shape = useSession((state) => state.shapeProblems);
  if (!loaded) return null;
  const problems = [...loaded.problems, ...(shape ?? [])];
  return (
    <>
      <div className="table-bar">
        <Pills
          label={t('frame.table')}
          value={which}
          onChange={(dataTable) => { useView.setState({ dataTable, bottomOpen: true }); }}
          options={[
            { value: 'communities', label: t('data.units'), count: loaded.units.length },
            { value: 'problems', label: t('data.problems'), count: problemCount(problems) },
          ]}
        />
        <span className="grow" />
        {which === 'problems' && <ShapeButton />}
        <BottomToggle />
      </div>
      {open && (which === 'communities' ? <CommunityTable units={loaded.units} /> : <ProblemTable problems={problems} />)}
    </>
  );
}
