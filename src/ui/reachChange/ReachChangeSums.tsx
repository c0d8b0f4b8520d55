/** In the comparison's sums: communities with the circle, and per category who is within reach on either side; rows of a table. */
import { useReachChange } from '../../state/reach/change.ts';
import { WHOLE_CIRCLE, type CircleCount } from '../../worker/reachChangeProtocol.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { circleCountText, subjectName } from './changeWords.ts';

export function ReachChangeSums() {
  const t = useTranslate();
  const answer = useReachChange((mirror) => mirror.answer);
  if (!answer) return null;
  const circles = (of: CircleCount) => circleCountText(t, of) ?? <span className="muted">{t('value.none')}</span>;
  const people = (count: number | undefined) => (count === undefined ? <span className="muted">{t('value.none')}</span> : figure(count));
  const { circleBefore, circleAfter } = answer;
  return (
    <>
      <tr className="family"><th colSpan={3}>{t('reachChange.title')}</th></tr>
      {answer.rule && <tr><th scope="row">{t('reachChange.circleCount')} <span className="unit">{t('unit.count')}</span></th><td>{circles(circleBefore)}</td><td>{circleBefore.complete === circleAfter.complete && circleBefore.unknown === circleAfter.unknown ? circles(circleAfter) : <b>{circles(circleAfter)}</b>}</td></tr>}
      {answer.subjects.filter(({ basic, whole: { before, after } }) => basic || before !== null || after !== null).map(({ id, whole: { before, after } }) => (
        <tr key={id}>
          <th scope="row">{id === WHOLE_CIRCLE ? t('reachChange.circleState') : subjectName(t, id)} <span className="unit">{t('unit.people')}</span></th>
          <td>{people(before?.people)}</td><td>{before?.people === after?.people ? people(after?.people) : <b>{people(after?.people)}</b>}</td>
        </tr>
      ))}
    </>
  );
}
