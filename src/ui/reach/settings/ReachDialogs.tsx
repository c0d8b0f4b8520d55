import type { ReachSettings, ReachState } from '../../../worker/reachProtocol.ts';
import { CategoryEditor } from './CategoryEditor.tsx';
import { closeReachDialog, useReachDialog } from './reachDialog.ts';
import { WalkFilterDialog } from './WalkFilterDialog.tsx';
import { WordsDialog } from './WordsDialog.tsx';

export function ReachDialogs({ state, settings }: { state: ReachState; settings: ReachSettings }) {
  const open = useReachDialog((dialog) => dialog.open);
  switch (open) {
    case 'words': return <WordsDialog state={state} settings={settings} onClose={closeReachDialog} />;
    case 'categories': return <CategoryEditor settings={settings} onClose={closeReachDialog} />;
    case 'walk': return <WalkFilterDialog settings={settings} onClose={closeReachDialog} />;
    default: return null;
  }
}
