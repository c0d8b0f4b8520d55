/** Cells that several tables share: an article that opens on hover, a value that moved, nothing known. */
import type { ReactNode } from 'react';
import type { Source } from '../../core/rules/profile.ts';
import { articleText } from '../rules/ruleWords.ts';
import { useTranslate } from '../words/useTranslate.ts';
import type { RuleWords } from './useRuleWords.ts';

export function Article({ of, words, more }: { of: Source; words: RuleWords; more?: string }) {
  return <span className="muted" title={more === undefined || more === '' ? words.source(of) : `${words.source(of)}\n${more}`}>{articleText(words.t, of)}</span>;
}

/** 5,411 → **4,501**; one value where nothing moved, an em rule where there is none. */
export function Moved({ before, after, title }: { before: string | null; after: string | null; title?: string | undefined }) {
  if (before === null && after === null) return <span className="muted">—</span>;
  const same = before === after;
  return (
    <span title={title}>
      {!same && <span className="muted">{before ?? '—'} → </span>}
      {same ? after : after === null ? <span className="muted">—</span> : <b>{after}</b>}
    </span>
  );
}

export function Nothing() {
  const t = useTranslate();
  return <span className="muted">{t('value.none')}</span>;
}

/** Filters and choices of one table, above it; `end` stands at the right. */
export function ViewBar({ label, children, end }: { label: string; children: ReactNode; end?: ReactNode }) {
  return <div className="view-bar" role="group" aria-label={label}>{children}<span className="grow" />{end}</div>;
}
