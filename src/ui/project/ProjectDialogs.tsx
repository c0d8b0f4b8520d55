/** The dialog about projects that is open, if any. */
import { closeProjectDialog, useProjectDialog, type ProjectDialog } from '../../state/project/dialog.ts';
import { Modal } from '../controls/Modal.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { ForgetDialog } from './ForgetDialog.tsx';
import { KeptDialog } from './KeptDialog.tsx';
import { MergedDialog } from './MergedDialog.tsx';
import { NeedsFilesDialog } from './NeedsFilesDialog.tsx';
import { ProjectProblems } from './ProjectProblems.tsx';
import { RescuedDialog } from './RescuedDialog.tsx';

export function ProjectDialogs() {
  const open = useProjectDialog((state) => state.open);
  return (
    <>
      {open?.kind === 'refused' && <RefusedDialog of={open} onClose={closeProjectDialog} />}
      {open?.kind === 'rescued' && <RescuedDialog of={open} onClose={closeProjectDialog} />}
      {open?.kind === 'merged' && <MergedDialog of={open} onClose={closeProjectDialog} />}
      {open?.kind === 'needsFiles' && <NeedsFilesDialog of={open} onClose={closeProjectDialog} />}
      {open?.kind === 'forget' && <ForgetDialog of={open} onClose={closeProjectDialog} />}
      <KeptDialog />
    </>
  );
}

function RefusedDialog({ of: { fileName, merging, problems }, onClose }: { of: Extract<ProjectDialog, { kind: 'refused' }>; onClose: () => void }) {
  const t = useTranslate();
  return (
    <Modal
      className="sign"
      title={t(merging ? 'project.mergeRefusedTitle' : 'project.refusedTitle')}
      onClose={onClose}
      foot={<><span className="grow" /><button type="button" className="button primary" onClick={onClose}>{t('action.gotIt')}</button></>}
    >
      <p className="strong">{fileName}</p>
      <ProjectProblems problems={problems} />
      <p className="note">{t('project.nothingChanged')}</p>
    </Modal>
  );
}
