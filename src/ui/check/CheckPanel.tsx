/** Task 检查: what is checked and how finely, what was found, another method's word, and the conclusion. */
import { useCheck } from '../../state/check.ts';
import { useSession } from '../../state/session.ts';
import { useMedia } from '../controls/useMedia.ts';
import { OpenFilesButton } from '../frame/OpenFilesButton.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { CheckSubject } from './CheckSubject.tsx';
import { CheckedObjects } from './CheckedObjects.tsx';
import { ClassList } from './ClassList.tsx';
import { Conclusion } from './Conclusion.tsx';
import { OpinionSection } from './OpinionSection.tsx';
import { RecheckButton } from './RecheckButton.tsx';
import { Tolerances } from './Tolerances.tsx';

export function CheckPanel() {
  const t = useTranslate();
  const loaded = useSession((state) => state.loaded);
  const report = useCheck((state) => state.report);
  const failure = useCheck((state) => state.failure);
  // On a low screen the figures scroll with the rest and only the foot stays.
  const low = useMedia('(max-height: 640px)');
  if (!loaded) {
    return (
      <div className="empty">
        <p>{t('check.needData')}</p>
        <div className="buttons"><OpenFilesButton className="button primary">{t('action.openFiles')}</OpenFilesButton></div>
      </div>
    );
  }
  return (
    <>
      <div className="scroll">
        <CheckSubject />
        <CheckedObjects loaded={loaded} />
        <Tolerances />
        {failure !== null && <p className="section alarm" role="alert">{t('check.failed')} <span className="note">{failure}</span></p>}
        {report ? <><ClassList /><OpinionSection report={report} />{low && <Conclusion loaded={loaded} report={report} part="figures" />}</> : <div className="section last"><RecheckButton first /></div>}
      </div>
      {report && <Conclusion loaded={loaded} report={report} part={low ? 'foot' : 'whole'} />}
    </>
  );
}
