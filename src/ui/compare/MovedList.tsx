/** Comparison, right: what lies elsewhere, gathered by from → to, with compounds and households. */
import { useState } from 'react';
import { useCompare } from '../../state/plan/compare.ts';
import { stem } from '../../state/defectRows.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { Estimated } from '../plan/FigureText.tsx';
import { movedGroups, type MovedGroup } from './comparisonRows.ts';

const MOST = 3;

export function MovedList() {
  const t = useTranslate();
  const answer = useCompare((compare) => compare.answer);
  const groups = movedGroups(answer?.moved ?? []);
  const households = groups.reduce((sum, group) => sum + group.households, 0);
  return (
    <>
      <div className="inspector-head">
        <div className="title"><h2>{t('moved.title')}</h2></div>
        <div className="subtitle">{t('moved.sum', { groups: figure(groups.length), households: figure(households) })}</div>
      </div>
      <div className="scroll moved-list">
        {answer && groups.length === 0 && <p className="empty">{t('moved.none')}</p>}
        {groups.map((group) => <Group key={group.key} of={group} />)}
      </div>
    </>
  );
}

function Group({ of: { from, to, parts, households, estimatedShare } }: { of: MovedGroup }) {
  const t = useTranslate();
  const [all, setAll] = useState(false);
  const name = (community: string | null) => (community === null ? t('moved.nobody') : stem(community));
  const named = parts.filter((part) => part.kind !== 'remainder');
  const shown = all ? parts : parts.slice(0, MOST);
  const rest = parts.slice(MOST);
  return (
    <section className="section moved">
      <h3>{name(from)} → {name(to)}<span className="unit">{named.length > 0 && t('moved.atoms', { count: figure(named.length) })}</span><span className="nowrap">{figure(households)} <span className="unit">{t('unit.households')}</span><Estimated share={estimatedShare} /></span></h3>
      {shown.map((part, index) => (
        <div key={index} className="pair">
          <span className="ellipsis">{part.kind === 'remainder' || part.atom === null ? t('moved.remainder') : part.atom}</span>
          <span>{figure(part.households)} <span className="unit">{t('unit.households')}</span><Estimated share={part.estimatedShare} /></span>
        </div>
      ))}
      {rest.length > 0 && (
        <button type="button" className="pair wide-row" aria-expanded={all} onClick={() => { setAll(!all); }}>
          <span className="muted">{all ? t('moved.fold') : t('moved.rest', { count: figure(rest.length) })}</span>
          {!all && <span>{figure(rest.reduce((sum, part) => sum + part.households, 0))} <span className="unit">{t('unit.households')}</span></span>}
        </button>
      )}
    </section>
  );
}
