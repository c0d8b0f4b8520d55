/** What is wrong with a profile: each place with what was found and what belongs there. */
import type { ProfileProblem } from '../../../core/rules/readProfile.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { problemWords } from './problemWords.ts';

const LISTED = 200;

export function ProblemTable({ problems }: { problems: readonly ProfileProblem[] }) {
  const t = useTranslate();
  return (
    <>
      <div className="rule-problems" tabIndex={0}>
        <table>
          <thead><tr><th>{t('ruleFile.place')}</th><th>{t('ruleFile.found')}</th><th>{t('ruleFile.expected')}</th></tr></thead>
          <tbody>
            {problems.slice(0, LISTED).map((problem, index) => {
              const { place, found, expected } = problemWords(t, problem);
              return <tr key={index}><th scope="row">{place}</th><td className="alarm">{found}</td><td>{expected}</td></tr>;
            })}
          </tbody>
        </table>
      </div>
      {problems.length > LISTED && <p className="note">{t('ruleFile.refusedMore', { count: problems.length - LISTED })}</p>}
    </>
  );
}
