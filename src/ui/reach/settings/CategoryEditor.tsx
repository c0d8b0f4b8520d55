/** The tree of categories: what each is called, in which group, by which words files mean it, whether it is part of the circle. Used as a whole or not at all. */
import { useState } from 'react';
import { doubledWords, withRuleCategories, type CategoryTree } from '../../../core/network/categoryTree.ts';
import { addCategory, addGroup, removeGroup, renameGroup } from '../../../core/network/editTree.ts';
import { SEED_TREE, sameTree } from '../../../io/streets/seedTree.ts';
import type { Translate } from '../../../i18n/index.ts';
import { changeCategories } from '../../../state/operations/changeCategories.ts';
import type { ReachSettings } from '../../../worker/reachProtocol.ts';
import { Choose } from '../../controls/Choose.tsx';
import { Modal } from '../../controls/Modal.tsx';
import { SearchBox } from '../../controls/SearchBox.tsx';
import { Icon } from '../../symbols/Icon.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { CategoryRow } from './CategoryRow.tsx';
import { LineField } from './LineField.tsx';
import { groupName, nameIn, useTree, type RuledTree } from './useTree.ts';

export function CategoryEditor({ settings, onClose }: { settings: ReachSettings; onClose: () => void }) {
  const t = useTranslate();
  const ruled = useTree(settings);
  const [tree, setTree] = useState(ruled.tree);
  const shipped = withRuleCategories(SEED_TREE, [...ruled.fixed]);
  // What the rules name does not make a tree the project's own.
  const isShipped = sameTree(tree, shipped);
  const [doubled] = doubledWords(tree);
  const use = () => {
    onClose();
    if (tree !== ruled.tree) void changeCategories(isShipped ? SEED_TREE : tree);
  };
  return (
    <Modal
      className="category-editor"
      title={t('categoryTree.title')}
      onClose={onClose}
      foot={(
        <>
          <span className={doubled ? 'grow note alarm' : 'grow note'} role="status">{doubled ? doubledText(t, tree, doubled) : t(isShipped ? 'categoryTree.seeded' : 'categoryTree.changed')}</span>
          <button type="button" className="button" disabled={isShipped} onClick={() => { setTree(shipped); }}>{t('categoryTree.restore')}</button>
          <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
          <button type="button" className="button primary" onClick={use}>{t('categoryTree.apply')}</button>
        </>
      )}
    >
      <Tree tree={tree} ruled={ruled} onChange={setTree} />
    </Modal>
  );
}

interface Props {
  tree: CategoryTree;
  ruled: RuledTree;
  onChange: (tree: CategoryTree) => void;
}

function Tree({ tree, ruled, onChange }: Props) {
  const t = useTranslate();
  const [group, setGroup] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = tree.categories.filter((each) => wanted === '' || [nameIn(t, each), each.id, ...each.words].some((text) => text.toLowerCase().includes(wanted)));
  const groups = tree.groups.map((each) => ({ of: each, rows: found.filter((category) => category.group === each.id) }));
  const listed = groups.filter(({ of, rows }) => (group === null ? wanted === '' || rows.length > 0 : of.id === group));
  const button = (id: string | null, label: string, count: number) => <button key={id ?? ''} type="button" className={group === id ? 'class-row on' : 'class-row'} aria-pressed={group === id} onClick={() => { setGroup(id); }}><span className="grow ellipsis">{label}</span><span className="unit">{count}</span></button>;
  return (
    <div className="rule-columns">
      <nav className="rule-groups" aria-label={t('categoryTree.groups')}>
        {button(null, t('categoryTree.group.all'), found.length)}
        {groups.map(({ of, rows }) => button(of.id, groupName(t, of), rows.length))}
        <AddName label={t('categoryTree.addGroupName')} action={t('categoryTree.addGroup')} onAdd={(name) => { onChange(addGroup(tree, name)); }} />
      </nav>
      <div className="rule-list">
        <div className="rule-find">
          <SearchBox label={t('categoryTree.search')} value={search} onChange={setSearch} />
          <AddCategory tree={tree} group={group} onChange={onChange} />
        </div>
        <div className="rule-scroll category-scroll">
          {listed.map(({ of, rows }) => (
            <section key={of.id} aria-label={groupName(t, of)}>
              <div className="category-group">
                <LineField label={t('categoryTree.groupName', { group: groupName(t, of) })} value={groupName(t, of)} onChange={(name) => { onChange(renameGroup(tree, of.id, name)); }} />
                <span className="unit grow">{rows.length}</span>
                <RemoveGroup tree={tree} id={of.id} name={groupName(t, of)} onChange={onChange} />
              </div>
              {rows.length > 0 && (
                <table className="category-table">
                  <thead><tr><th scope="col">{t('categoryTree.name')}</th><th scope="col">{t('categoryTree.inGroup')}</th><th scope="col">{t('categoryTree.basic')}</th><th scope="col">{t('categoryTree.words')}</th><th /></tr></thead>
                  <tbody>{rows.map((category) => <CategoryRow key={category.id} of={category} tree={tree} ruled={ruled} onChange={onChange} />)}</tbody>
                </table>
              )}
            </section>
          ))}
          {listed.length === 0 && <p className="muted">{t('categoryTree.nothing')}</p>}
        </div>
      </div>
    </div>
  );
}

function AddCategory({ tree, group, onChange }: { tree: CategoryTree; group: string | null; onChange: (tree: CategoryTree) => void }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  const into = tree.groups.find(({ id }) => id === (group ?? chosen))?.id ?? tree.groups[0]?.id ?? '';
  return (
    <span className="category-add">
      {group === null && <span className="category-into"><Choose label={t('categoryTree.addTo')} value={into} options={tree.groups.map((each) => ({ value: each.id, label: groupName(t, each) }))} onChange={setChosen} /></span>}
      <AddName label={t('categoryTree.addName')} action={t('categoryTree.add')} onAdd={(name) => { onChange(addCategory(tree, name, into)); }} />
    </span>
  );
}

function AddName({ label, action, onAdd }: { label: string; action: string; onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onAdd(name);
    setName('');
  };
  return (
    <span className="category-new">
      <span className="field text"><input aria-label={label} placeholder={label} maxLength={40} value={name} onChange={(event) => { setName(event.target.value); }} onKeyDown={(event) => { if (event.key === 'Enter') add(); }} /></span>
      <button type="button" className="button small" disabled={name.trim() === ''} onClick={add}>{action}</button>
    </span>
  );
}

function RemoveGroup({ tree, id, name, onChange }: { tree: CategoryTree; id: string; name: string; onChange: (tree: CategoryTree) => void }) {
  const t = useTranslate();
  const after = removeGroup(tree, id);
  return <button type="button" className="icon-button" aria-label={t('categoryTree.removeGroup', { group: name })} title={after === tree ? t('categoryTree.removeGroupFull') : undefined} disabled={after === tree} onClick={() => { onChange(after); }}><Icon name="close" small /></button>;
}

function doubledText(t: Translate, tree: CategoryTree, { word, categories }: ReturnType<typeof doubledWords>[number]): string {
  const names = categories.flatMap((id) => tree.categories.filter((each) => each.id === id)).map((each) => nameIn(t, each));
  return t('categoryTree.doubled', { word, categories: names.join(t('report.listSeparator')), first: names[0] ?? '' });
}
