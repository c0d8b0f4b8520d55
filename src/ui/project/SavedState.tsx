/** Whether the work is kept on this computer, in one word; trouble in a sentence, with a way to try again. */
import { Popover } from 'radix-ui';
import { autosave } from '../../state/autosave/autosave.ts';
import { useSaving } from '../../state/autosave/saving.ts';
import { useCheck } from '../../state/check.ts';
import { saveDecisions } from '../../state/operations/saveDecisions.ts';
import { useSession } from '../../state/session.ts';
import { Tip } from '../controls/Tip.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { timeOfDay } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { saveProject } from './saveProject.ts';
import { useLasting } from './useLasting.ts';

/** A step is written within a few milliseconds, a draft twice a second. */
const FLICKER_MS = 400;

export function SavedState() {
  const t = useTranslate();
  const loaded = useSession((state) => state.loaded !== null);
  const { status, savedAt, trouble, otherTab } = useSaving();
  const undecided = useCheck((state) => state.unsaved);
  const decidedAt = useCheck((state) => state.savedAt);
  const isSaving = useLasting(status === 'saving', FLICKER_MS);
  if (!loaded) return null;
  if (otherTab) return <span className="saved" role="status"><Icon name="lock" small />{t('saving.readOnly')}</span>;
  if (trouble ?? undecided) return <Trouble text={t(`saving.trouble.${trouble ?? 'decisions'}`)} />;
  if (isSaving) return <span className="saved" role="status"><Icon name="save" small />{t('saving.saving')}</span>;
  const last = [savedAt, decidedAt].filter((time) => time !== null).sort().at(-1);
  if (last === undefined) return null;
  return (
    <Tip text={t('saving.savedHelp')} side="bottom">
      <span className="saved" role="status" aria-busy={status === 'saving'} tabIndex={0}><Icon name="save" small />{t('saving.savedAt', { time: timeOfDay(last) })}</span>
    </Tip>
  );
}

function Trouble({ text }: { text: string }) {
  const t = useTranslate();
  const retry = () => {
    autosave.retry();
    saveDecisions();
  };
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="saved alarm"><Icon name="warning" small />{t('saving.trouble')}<Icon name="chevronDown" small /></button>
      </Popover.Trigger>
      <span className="hidden-visually" role="alert">{text}</span>
      <Popover.Portal>
        <Popover.Content className="popover" align="start" sideOffset={6} aria-label={t('saving.trouble')}>
          <p>{text}</p>
          <div className="buttons" style={{ marginTop: 8 }}>
            <button type="button" className="button" onClick={retry}>{t('saving.retry')}</button>
            <button type="button" className="button primary" onClick={() => { void saveProject(); }}>{t('project.save')}</button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
