/** How many words of the files have no category, and the way to give them one. */
import type { ReachState } from '../../../worker/reachProtocol.ts';
import { figure } from '../../words/figures.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { openReachDialog } from './reachDialog.ts';

export function WordsLine({ state: { words, unmapped, ignored, withoutCategory } }: { state: ReachState }) {
  const t = useTranslate();
  const places = unmapped.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      <div className="pair">
        <span>{t('reachWords.line')}</span>
        <span className="reach-line">
          {words.length === 0 ? <span className="muted">{t('reachWords.noWords')}</span> : (
            <>
              {unmapped.length === 0 && t('reachWords.allKnown')}
              <button type="button" className="link" onClick={() => { openReachDialog('words'); }}>{t('reachWords.open')}</button>
            </>
          )}
        </span>
      </div>
      {unmapped.length > 0 && <p className="note alarm">{t('reachWords.unmappedLine', { words: figure(unmapped.length), places: figure(places) })}</p>}
      {ignored > 0 && <p className="note">{t('reachWords.ignoredLine', { count: figure(ignored) })}</p>}
      {withoutCategory > 0 && <p className="note">{t('reachWords.withoutCategory', { count: figure(withoutCategory) })}</p>}
    </>
  );
}
