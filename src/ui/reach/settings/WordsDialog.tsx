/** Words of the files for categories: those nobody has mapped, those set by hand, all. What is chosen counts at once, and can be taken back. */
import { useState } from 'react';
import { IGNORED } from '../../../core/network/categoryTree.ts';
import { mapWord } from '../../../state/operations/mapWord.ts';
import { useJobs } from '../../../state/jobs.ts';
import type { ReachSettings, ReachState, ReachWord } from '../../../worker/reachProtocol.ts';
import { Choose, type Option } from '../../controls/Choose.tsx';
import { Modal } from '../../controls/Modal.tsx';
import { Pills } from '../../controls/Pills.tsx';
import { SearchBox } from '../../controls/SearchBox.tsx';
import { figure } from '../../words/figures.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { groupName, nameIn, useTree } from './useTree.ts';

const SHOWN = ['unmapped', 'hand', 'all'] as const;
type Shown = (typeof SHOWN)[number];

/** Values of the select beside ids of categories. */
const IGNORE = '\u0000ignore';
const TAKE_BACK = '\u0000back';
/** Rows at first, and more at a time. */
const STEP = 30;

export function WordsDialog({ state, settings, onClose }: { state: ReachState; settings: ReachSettings; onClose: () => void }) {
  const t = useTranslate();
  const counting = useJobs(({ running }) => running.reach !== undefined);
  const { words, wordsLeftOut, withoutCategory } = state;
  const [shown, setShown] = useState<Shown>(() => (words.some(({ by }) => by === null) ? 'unmapped' : 'all'));
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(STEP);
  const found = words.filter((each) => isShown(each, shown) && each.word.includes(search.trim()));
  return (
    <Modal
      className="reach-words"
      title={t('reachWords.title')}
      onClose={onClose}
      foot={(
        <>
          <span className="grow note" role="status">{t(counting ? 'reachWords.counting' : 'reachWords.note')}</span>
          <button type="button" className="button" onClick={onClose}>{t('action.close')}</button>
        </>
      )}
    >
      <div className="rule-find">
        <Pills label={t('reachWords.show')} value={shown} options={SHOWN.map((value) => ({ value, label: t(`reachWords.show.${value}`), count: words.filter((each) => isShown(each, value)).length }))} onChange={(next) => { setShown(next); setMost(STEP); }} />
        <SearchBox label={t('reachWords.search')} value={search} onChange={setSearch} />
      </div>
      <div className="reach-words-scroll">
        {found.length === 0 ? <p className="muted">{t(search.trim() !== '' || shown === 'all' ? 'reachWords.noneFound' : shown === 'hand' ? 'reachWords.noneHand' : 'reachWords.noneUnmapped')}</p>
          : <Words words={found.slice(0, most)} settings={settings} counting={counting} />}
        {found.length > most && <p><button type="button" className="button small" onClick={() => { setMost(most + STEP); }}>{t('reachWords.more', { count: figure(Math.min(STEP, found.length - most)) })}</button></p>}
        {wordsLeftOut > 0 && <p className="note alarm">{t('reachWords.leftOut', { count: figure(wordsLeftOut) })}</p>}
        {withoutCategory > 0 && <p className="note">{t('reachWords.withoutCategory', { count: figure(withoutCategory) })}</p>}
      </div>
    </Modal>
  );
}

function isShown({ by }: ReachWord, shown: Shown): boolean {
  return shown === 'all' || (shown === 'hand' ? by === 'hand' : by === null);
}

function Words({ words, settings, counting }: { words: readonly ReachWord[]; settings: ReachSettings; counting: boolean }) {
  const t = useTranslate();
  const { tree } = useTree(settings);
  const categories: Option<string>[] = tree.groups.flatMap((group) => tree.categories.filter((each) => each.group === group.id).map((each) => ({ value: each.id, label: nameIn(t, each), note: groupName(t, group) })));
  const choices: Option<string>[] = [{ value: IGNORE, label: <span className="muted">{t('reachWords.ignore')}</span> }, ...categories];
  const takeBack: Option<string> = { value: TAKE_BACK, label: <span className="muted">{t('reachWords.takeBack')}</span> };
  return (
    <table className="reach-words-table">
      <thead><tr><th scope="col">{t('reachWords.word')}</th><th scope="col" className="num">{t('reachWords.places')}</th><th scope="col">{t('reachWords.files')}</th><th scope="col">{t('reachWords.means')}</th><th /></tr></thead>
      <tbody>
        {words.map(({ word, count, files, category, by }) => (
          <tr key={word}>
            <th scope="row" className="ellipsis" title={word}>{word}</th>
            <td className="num">{figure(count)}</td>
            <td className="ellipsis muted" title={files.join('\n')}>{files.join(t('report.listSeparator'))}</td>
            <td>
              <Choose
                label={t('reachWords.meansOf', { word })}
                value={by === 'hand' && category === null ? IGNORE : category}
                placeholder={t('reachWords.choose')}
                disabled={counting}
                options={by === 'hand' ? [takeBack, ...choices] : choices}
                onChange={(next) => { void mapWord(word, next === TAKE_BACK ? null : next === IGNORE ? IGNORED : next); }}
              />
            </td>
            <td className="muted nowrap">{by === null ? '' : t(by === 'hand' ? 'reachWords.byHand' : 'reachWords.byTree')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
