/** How an article is named: which words of the catalogue, and the number in them. `row 9`, `task 7`, `box 2`, `glossary`, `annex`, `3.2`, `7`. */
import type { Source } from './profile.ts';

export type ArticleKind = 'article' | 'section' | 'row' | 'task' | 'box' | 'glossary' | 'annex' | 'other';

export interface ArticleName {
  /** Words stand under `rules.article.<kind>` with `{number}`. */
  readonly kind: ArticleKind;
  readonly number: string;
}

export function articleName({ article }: Source): ArticleName {
  const match = /^(row|task|box) (\S+)$/.exec(article);
  if (match) return { kind: match[1] as 'row' | 'task' | 'box', number: match[2]! };
  if (article === 'glossary' || article === 'annex') return { kind: article, number: '' };
  if (/^\d+$/.test(article)) return { kind: 'article', number: article };
  return { kind: /^\d+(?:\.\d+)+$/.test(article) ? 'section' : 'other', number: article };
}
