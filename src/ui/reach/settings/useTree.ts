/** The tree of categories in use: the project's own or the shipped one, with whatever the rules name beside. */
import { useMemo } from 'react';
import { partsOf, withRuleCategories, type CategoryTree } from '../../../core/network/categoryTree.ts';
import { basicOf } from '../../../core/network/circleRule.ts';
import type { Parameter } from '../../../core/rules/profile.ts';
import type { Layered } from '../../../core/rules/resolveProfile.ts';
import { SEED_TREE } from '../../../io/streets/seedTree.ts';
import { isMessageKey, type Translate } from '../../../i18n/index.ts';
import { useAssess } from '../../../state/assess/assess.ts';
import type { ReachSettings } from '../../../worker/reachProtocol.ts';
import { catalogueName } from '../reachWords.ts';

const NO_PARAMETERS: readonly Layered<Parameter>[] = [];

export interface RuledTree {
  readonly tree: CategoryTree;
  /** Ids of categories that the rules make part of the circle. */
  readonly fixed: ReadonlySet<string>;
  /** The entry that says so. */
  readonly entry: Layered<Parameter> | null;
}

export function useTree({ categories }: Pick<ReachSettings, 'categories'>): RuledTree {
  const parameters = useAssess((mirror) => mirror.state?.rules.parameters) ?? NO_PARAMETERS;
  return useMemo(() => {
    const parts = partsOf(basicOf({ parameters }) ?? []);
    return { tree: withRuleCategories(categories ?? SEED_TREE, parts), fixed: new Set(parts), entry: parameters.find(({ id, off }) => id === 'circle.basic' && !off) ?? null };
  }, [categories, parameters]);
}

export function groupName(t: Translate, { id, name }: CategoryTree['groups'][number]): string {
  const key = `categoryTree.group.${id}`;
  return name ?? (isMessageKey(key) ? t(key) : id);
}

/** In a tree that is not in use yet. */
export function nameIn(t: Translate, { id, name }: CategoryTree['categories'][number]): string {
  return name ?? catalogueName(t, id);
}
