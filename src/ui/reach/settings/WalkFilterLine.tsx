/** By which rules the network was made: walk-v1, or in what it differs; to change them, and back. */
import { WALK_V1_CHOICES, type WalkChoice } from '../../../core/network/walkChoices.ts';
import { changeWalk } from '../../../state/operations/changeCategories.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { openReachDialog } from './reachDialog.ts';
import { changesText } from './WalkFilterDialog.tsx';

export function WalkFilterLine({ altered }: { altered: readonly WalkChoice[] }) {
  const t = useTranslate();
  return (
    <>
      <div className="pair">
        <span>{t('walkFilter.line')}</span>
        <span className="reach-line">
          {altered.length === 0 ? t('walkFilter.standard') : <button type="button" className="link" onClick={() => { void changeWalk(WALK_V1_CHOICES); }}>{t('walkFilter.restore')}</button>}
          <button type="button" className="link" aria-label={t('walkFilter.changeLabel')} onClick={() => { openReachDialog('walk'); }}>{t('walkFilter.change')}</button>
        </span>
      </div>
      {altered.length > 0 && <p className="note alarm">{t('walkFilter.altered', { changes: changesText(t, altered) })}</p>}
    </>
  );
}
