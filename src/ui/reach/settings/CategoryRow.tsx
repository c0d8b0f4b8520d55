/** A category in the editor. What the rules fix is shown with its article and stays. */
import type { CategoryTree, FacilityCategory } from '../../../core/network/categoryTree.ts';
import { moveCategory, removeCategory, renameCategory, setBasic, setWords, splitWords } from '../../../core/network/editTree.ts';
import { useAssess } from '../../../state/assess/assess.ts';
import { useLanguage } from '../../../state/language.ts';
import { Choose } from '../../controls/Choose.tsx';
import { Tip } from '../../controls/Tip.tsx';
import { articleText, sourceText } from '../../rules/ruleWords.ts';
import { Icon } from '../../symbols/Icon.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { catalogueName } from '../reachWords.ts';
import { LineField } from './LineField.tsx';
import { groupName, nameIn, type RuledTree } from './useTree.ts';

const WORDS_LENGTH = 4000;

interface Props {
  of: FacilityCategory;
  tree: CategoryTree;
  ruled: RuledTree;
  onChange: (tree: CategoryTree) => void;
}

export function CategoryRow({ of, tree, ruled: { fixed, entry }, onChange }: Props) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const documents = useAssess((mirror) => mirror.state?.rules.documents);
  const category = nameIn(t, of);
  const isFixed = fixed.has(of.id);
  const source = entry && documents ? sourceText(t, language, entry.source, documents) : '';
  return (
    <tr data-category={of.id}>
      <th scope="row"><LineField label={t('categoryTree.nameOf', { category })} value={category} onChange={(name) => { onChange(renameCategory(tree, of.id, name.trim() === catalogueName(t, of.id) ? '' : name)); }} /></th>
      <td><Choose label={t('categoryTree.groupOf', { category })} value={of.group} options={tree.groups.map((each) => ({ value: each.id, label: groupName(t, each) }))} onChange={(group) => { onChange(moveCategory(tree, of.id, group)); }} /></td>
      <td>
        {/* Told to those who can't point at it, too: a disabled box gets no focus. */}
        {isFixed ? <Tip text={t('categoryTree.basicFixed', { source })}><span className="category-fixed" tabIndex={0} role="img" aria-label={`${t('categoryTree.basicOf', { category })}，${t('categoryTree.basicFixed', { source })}`}><Icon name="check" small /><span className="unit">{entry ? articleText(t, entry.source) : ''}</span></span></Tip>
          : <input type="checkbox" className="checkbox" aria-label={t('categoryTree.basicOf', { category })} title={t(of.basic ? 'categoryTree.basicOwn' : 'categoryTree.basicFree')} checked={of.basic} onChange={(event) => { onChange(setBasic(tree, of.id, event.target.checked)); }} />}
      </td>
      <td><LineField label={t('categoryTree.wordsOf', { category })} value={of.words.join('、')} maxLength={WORDS_LENGTH} onChange={(typed) => { onChange(setWords(tree, of.id, splitWords(typed))); }} /></td>
      <td>{isFixed ? <Tip text={t('categoryTree.removeFixed')} side="left"><span className="icon-button muted" tabIndex={0} role="img" aria-label={t('categoryTree.removeFixed')}><Icon name="lock" small /></span></Tip>
        : <button type="button" className="icon-button" aria-label={t('categoryTree.remove', { category })} onClick={() => { onChange(removeCategory(tree, of.id)); }}><Icon name="close" small /></button>}</td>
    </tr>
  );
}
