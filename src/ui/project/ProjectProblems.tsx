/** What is wrong with a project file, line by line. */
import type { ProjectProblem } from '../../io/project/project.ts';
import type { Translate } from '../../i18n/index.ts';
import { bytes } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

const LISTED = 200;

export function ProjectProblems({ problems }: { problems: readonly ProjectProblem[] }) {
  const t = useTranslate();
  return (
    <ul className="problems project-problems">
      {problems.slice(0, LISTED).map(({ code, line, subject, member, found, expected, more }, index) => (
        <li key={index}>
          <span>{t(`projectProblem.${code}`, { subject: legible(t, subject), member: member ?? '', found: legible(t, found), expected: legible(t, expected) })}</span>
          {line !== null && <span className="note"> {t('project.line', { line })}{code === 'damagedLine' && subject !== null && ` · ${legible(t, subject)}`}</span>}
          {more !== undefined && <span className="note"> · {t('project.more', { count: more })}</span>}
        </li>
      ))}
    </ul>
  );
}

const RECORD = /^(entry|part|file) (\d+)$/u;
const SIZE = /\b(\d+) B\b/gu;
const FINGERPRINT = / ?\b([0-9a-f]{16})$/u;

/** Records by their number, sizes rounded, and what a fingerprint is. */
function legible(t: Translate, text: string | null | undefined): string {
  if (text === null || text === undefined) return '';
  const [, record, number] = RECORD.exec(text) ?? [];
  if (record !== undefined && number !== undefined) return t(`project.record.${record as 'entry' | 'part' | 'file'}`, { number });
  return text.replace(SIZE, (_, count: string) => bytes(Number(count))).replace(FINGERPRINT, (_, code: string) => t('project.fingerprint', { code }));
}
