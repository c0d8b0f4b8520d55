/** A project's steps are here, its files are not: the same files, opened again, find them. */
import { useRef } from 'react';
import { openFiles } from '../../state/operations/openFiles.ts';
import type { ProjectDialog } from '../../state/project/dialog.ts';
import { Modal } from '../controls/Modal.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { FilePicker } from './FilePicker.tsx';

export function NeedsFilesDialog({ of: { meta }, onClose }: { of: Extract<ProjectDialog, { kind: 'needsFiles' }>; onClose: () => void }) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const open = (files: File[]) => {
    onClose();
    void openFiles(files);
  };
  return (
    <Modal
      className="sign"
      title={t('kept.needsFilesTitle')}
      onClose={onClose}
      foot={(
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
          <button type="button" className="button primary" onClick={() => { input.current?.click(); }}>{t('kept.pickFiles')}</button>
        </>
      )}
    >
      <p>{t('kept.needsFilesNote', { name: meta.name, steps: meta.steps })}</p>
      <ul className="problems">{meta.fileNames.map((name, index) => <li key={index}>{name}</li>)}</ul>
      <FilePicker input={input} label={t('kept.pickFiles')} multiple onPick={open} />
    </Modal>
  );
}
