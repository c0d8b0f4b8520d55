/** A damaged project file: what can be read, what can't, which files are wanting; then it is opened as far as it goes, or left. */
import { useRef } from 'react';
import { openProject, provideMissing } from '../../state/operations/openProjectFile.ts';
import type { ProjectDialog } from '../../state/project/dialog.ts';
import { Modal } from '../controls/Modal.tsx';
import { bytes } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { FilePicker } from './FilePicker.tsx';
import { ProjectProblems } from './ProjectProblems.tsx';

export function RescuedDialog({ of: { fileName, read, strangers }, onClose }: { of: Extract<ProjectDialog, { kind: 'rescued' }>; onClose: () => void }) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const { project, missing, problems } = read;
  if (!project) return null;
  const lacks = !project.base.some(({ role }) => role === 'communities');
  const figures = {
    file: fileName, steps: project.log.length, scenarios: project.pointers.scenarios.filter(({ deleted }) => !deleted).length,
    files: project.base.length + project.datasets.length,
  };
  return (
    <Modal
      className="sign wide"
      title={t('project.rescuedTitle')}
      onClose={onClose}
      foot={(
        <>
          <span className="note grow" role="status">{lacks && t('project.needsCommunities')}</span>
          <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
          {missing.length > 0 && <button type="button" className="button" onClick={() => { input.current?.click(); }}>{t('project.provide')}</button>}
          <button type="button" className="button primary" disabled={lacks} onClick={() => { void openProject(project); }}>{t('project.openRescued')}</button>
        </>
      )}
    >
      <p>{t('project.rescuedNote', figures)}</p>
      <ProjectProblems problems={problems} />
      {missing.length > 0 && (
        <>
          <p>{t('project.missingNote')}</p>
          <ul className="problems">{missing.map(({ name, byteLength, fingerprint }) => <li key={fingerprint + name}>{t('project.missingFile', { name, size: bytes(byteLength) })}</li>)}</ul>
        </>
      )}
      {strangers.map((name) => <p key={name} className="alarm" role="alert">{t('project.stranger', { name })}</p>)}
      <FilePicker input={input} label={t('project.provide')} multiple onPick={(files) => { void provideMissing(fileName, read, files); }} />
    </Modal>
  );
}
