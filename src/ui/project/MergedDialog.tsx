/** What a colleague's project file has brought. */
import type { ProjectDialog } from '../../state/project/dialog.ts';
import { Modal } from '../controls/Modal.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { ProjectProblems } from './ProjectProblems.tsx';

export function MergedDialog({ of: { fileName, added, same, entriesAdded, problems }, onClose }: { of: Extract<ProjectDialog, { kind: 'merged' }>; onClose: () => void }) {
  const t = useTranslate();
  const anything = added.length > 0 || entriesAdded > 0;
  return (
    <Modal
      className="sign"
      title={t('project.mergedTitle')}
      onClose={onClose}
      foot={<><span className="grow" /><button type="button" className="button primary" onClick={onClose}>{t('action.gotIt')}</button></>}
    >
      <p>{anything ? t('project.mergedNote', { file: fileName, scenarios: added.length, steps: entriesAdded }) : t('project.mergedNothing', { file: fileName })}</p>
      <ul className="problems">
        {added.map(({ id, name, theirName }) => <li key={id}>{name === theirName ? name : t('project.mergedAs', { name, theirs: theirName })}</li>)}
      </ul>
      {same.length > 0 && <p className="note">{t('project.mergedSame', { names: same.join(t('report.listSeparator')) })}</p>}
      {problems.length > 0 && <ProjectProblems problems={problems} />}
    </Modal>
  );
}
