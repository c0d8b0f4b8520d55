/** The project's name, and beneath it what can be done with the project as a whole. */
import { useRef } from 'react';
import { DropdownMenu } from 'radix-ui';
import { PROJECT_EXTENSION } from '../../io/project/format.ts';
import { useSaving } from '../../state/autosave/saving.ts';
import { closeProject } from '../../state/operations/closeProject.ts';
import { mergeProjectFile } from '../../state/operations/mergeProjectFile.ts';
import { openFiles } from '../../state/operations/openFiles.ts';
import { savedPlan } from '../../state/plan/saved.ts';
import { openProjectDialog } from '../../state/project/dialog.ts';
import { useSession } from '../../state/session.ts';
import { useAfterMenu } from '../controls/useAfterMenu.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useProjectName } from '../words/projectName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { FilePicker } from './FilePicker.tsx';
import { saveProject } from './saveProject.ts';

const ACCEPT = `.${PROJECT_EXTENSION}`;

export function ProjectMenu() {
  const t = useTranslate();
  const name = useProjectName();
  const fingerprint = useSession((state) => state.fingerprint);
  const readOnly = useSaving((state) => state.otherTab !== null);
  const opened = useRef<HTMLInputElement>(null);
  const merged = useRef<HTMLInputElement>(null);
  const nothing = fingerprint === null;
  const { choose, onCloseAutoFocus } = useAfterMenu();
  return (
    <>
      <DropdownMenu.Root>
        <h1 className="project ellipsis">{name}</h1>
        <DropdownMenu.Trigger asChild>
          <button type="button" className="icon-button project-menu" aria-label={t('project.menu')} title={t('project.menu')}><Icon name="chevronDown" /></button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="start" sideOffset={4} onCloseAutoFocus={onCloseAutoFocus}>
            <DropdownMenu.Item className="option" disabled={nothing} onSelect={() => { void saveProject(); }}>{t('project.save')}<span className="unit">{ACCEPT}</span></DropdownMenu.Item>
            <DropdownMenu.Item className="option" onSelect={() => { opened.current?.click(); }}>{t('project.open')}</DropdownMenu.Item>
            <DropdownMenu.Item className="option" disabled={nothing || readOnly} onSelect={() => { merged.current?.click(); }}>{t('project.merge')}</DropdownMenu.Item>
            <DropdownMenu.Separator className="menu-line" />
            <DropdownMenu.Item className="option" disabled={nothing} onSelect={() => { void closeProject(); }}>{t('project.close')}<span className="unit">{t('project.closeNote')}</span></DropdownMenu.Item>
            <DropdownMenu.Item
              className="option"
              disabled={nothing || readOnly}
              onSelect={() => { if (fingerprint !== null) choose(() => { openProjectDialog({ kind: 'forget', fingerprint, name, steps: savedPlan().log.length }); }); }}
            >
              {t('project.forget')}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <FilePicker input={opened} label={t('project.open')} accept={ACCEPT} onPick={(files) => { void openFiles(files); }} />
      <FilePicker input={merged} label={t('project.merge')} accept={ACCEPT} onPick={([file]) => { void mergeProjectFile(file!); }} />
    </>
  );
}
