/** What is wrong with a project file, line by line. */
import type { ProjectProblem } from '../../io/project/project.ts';
import { useTranslate } from '../words/useTranslate.ts';

const LISTED = 200;

export function ProjectProblems({ problems }: { problems: readonly ProjectProblem[] }) {
  const t = useTranslate();
  return (
    <ul className="problems project-problems">
      {problems.slice(0, LISTED).map(({ code, line, subject, member, found, expected, more }, index) => (
        <li key={index}>
          <span>{t(`projectProblem.${code}`, { subject: subject ?? '', member: member ?? '', found: found ?? '', expected: expected ?? '' })}</span>
          {line !== null && <span className="note"> {t('project.line', { line })}{code === 'damagedLine' && subject !== null && ` · ${subject}`}</span>}
          {more !== undefined && <span className="note"> · {t('project.more', { count: more })}</span>}
        </li>
      ))}
    </ul>
  );
}
