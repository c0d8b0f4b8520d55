/** Task 数据: what is loaded, what reading found, the tree of communities. */
import { useSession } from '../../state/session.ts';
import { TableList } from '../tables/TableList.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { LayerList } from './LayerList.tsx';
import { ProblemSummary } from './ProblemSummary.tsx';
import { UnitTree } from './UnitTree.tsx';

export function DataPanel() {
  const t = useTranslate();
  const loaded = useSession((state) => state.loaded);
  if (!loaded) {
    return (
      <div className="section last">
        <h3>{t('data.steps')}</h3>
        <ol className="steps">
          <li>{t('data.step1')}</li>
          <li>{t('data.step2')}</li>
          <li>{t('data.step3')}</li>
        </ol>
      </div>
    );
  }
  return (
    <>
      <LayerList loaded={loaded} />
      <TableList />
      <ProblemSummary loaded={loaded} />
      <UnitTree units={loaded.units} />
    </>
  );
}
