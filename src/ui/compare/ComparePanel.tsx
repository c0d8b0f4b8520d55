/** Comparison, left: which two states, their sums side by side, and what can be taken away. */
import { comparePlans, endComparison } from '../../state/operations/comparePlans.ts';
import { useCompare } from '../../state/plan/compare.ts';
import { usePlan } from '../../state/plan/plan.ts';
import type { Comparison, PlanTotals } from '../../worker/planProtocol.ts';
import { Choose } from '../controls/Choose.tsx';
import { figure, squareKilometres } from '../words/figures.ts';
import { ReachChangeSums } from '../reachChange/ReachChangeSums.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { CompareExports } from './CompareExports.tsx';
import { changedIn } from './comparisonRows.ts';
import { useStateName } from './useStateName.ts';

const BASE = 'base';

export function ComparePanel() {
  const t = useTranslate();
  const { a, b, answer, working } = useCompare();
  const scenarios = usePlan((mirror) => mirror.state?.scenarios) ?? [];
  const options = [{ value: BASE, label: t('scenario.base') }, ...scenarios.filter((each) => !each.deleted).map((each) => ({ value: String(each.id), label: each.name }))];
  const value = (scenario: number | null) => (scenario === null ? BASE : String(scenario));
  const parse = (text: string) => (text === BASE ? null : Number(text));
  return (
    <>
      <div className="section">
        <h3>{t('compare.title')} <span className="unit"><button type="button" className="link" onClick={endComparison}>{t('compare.end')}</button></span></h3>
        <div className="form-row"><span className="label">{t('compare.left')}</span><Choose label={t('compare.left')} value={value(a)} options={options} onChange={(next) => { void comparePlans(parse(next), b); }} /></div>
        <div className="form-row"><span className="label">{t('compare.right')}</span><Choose label={t('compare.right')} value={value(b)} options={options} onChange={(next) => { void comparePlans(a, parse(next)); }} /></div>
        {a === b && <p className="note">{t('compare.same')}</p>}
      </div>
      <div className="scroll">{answer ? <Sums answer={answer} /> : <p className="empty" role="status">{t(working ? 'compare.working' : 'compare.failed')}</p>}</div>
      {answer && <CompareExports answer={answer} />}
    </>
  );
}

function Sums({ answer }: { answer: Comparison }) {
  const t = useTranslate();
  const name = useStateName();
  const { a, b } = useCompare();
  const { totalsA, totalsB, rows, moved } = answer;
  const count = (side: 'a' | 'b') => rows.filter((row) => row[side] !== null).length;
  const part = (totals: PlanTotals, which: 'unassigned' | 'contested') => totals[which].areaSquareMetres;
  const line = (label: string, unit: string, one: string, other: string) => (
    <tr><th scope="row">{label} <span className="unit">{unit}</span></th><td>{one}</td><td>{one === other ? other : <b>{other}</b>}</td></tr>
  );
  const single = (label: string, unit: string, text: string) => <tr><th scope="row">{label} <span className="unit">{unit}</span></th><td /><td><b>{text}</b></td></tr>;
  const households = moved.reduce((sum, each) => sum + each.households, 0);
  return (
    <table className="sums">
      <thead><tr><th scope="col">{t('compare.measure')}</th><th scope="col" className="num">{name(a)}</th><th scope="col" className="num">{name(b)}</th></tr></thead>
      <tbody>
        <tr className="family"><th colSpan={3}>{t('compare.size')}</th></tr>
        {line(t('views.league.communities'), t('unit.count'), figure(count('a')), figure(count('b')))}
        {line(t('column.households'), t('unit.households'), figure(totalsA.total.households), figure(totalsB.total.households))}
        {line(t('column.people'), t('unit.people'), figure(totalsA.total.people), figure(totalsB.total.people))}
        {line(t('column.area'), 'km²', squareKilometres(totalsA.total.areaSquareMetres), squareKilometres(totalsB.total.areaSquareMetres))}
        {line(t('totals.unassigned'), 'm²', figure(part(totalsA, 'unassigned'), 1), figure(part(totalsB, 'unassigned'), 1))}
        {line(t('totals.contested'), 'm²', figure(part(totalsA, 'contested'), 1), figure(part(totalsB, 'contested'), 1))}
        <tr className="family"><th colSpan={3}>{t('compare.change')}</th></tr>
        {single(t('compare.changedCommunities'), t('unit.count'), figure(rows.filter(changedIn).length))}
        {single(t('compare.movedHouseholds'), t('unit.households'), figure(households))}
        {single(t('compare.movedAtoms'), t('unit.count'), figure(moved.filter((each) => each.kind !== 'remainder').length))}
        <ReachChangeSums />
      </tbody>
    </table>
  );
}
