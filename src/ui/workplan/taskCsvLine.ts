/** A task as the export has it: communities and scenarios by their names. */
import type { Translate } from '../../i18n/index.ts';
import type { TaskCsvLine } from '../../report/tasksCsv.ts';
import { rowById } from '../../state/plan/plan.ts';
import type { ScenarioInfo } from '../../worker/planProtocol.ts';
import { dueDay, type TaskLine } from './taskLines.ts';
import { deadlineText } from './taskWords.ts';

export function csvLine(t: Translate, { task, status, mark, mentions }: TaskLine, scenarios: readonly ScenarioInfo[]): TaskCsvLine {
  return {
    task, status, due: dueDay(task), deadline: deadlineText(t, task), doneOn: mark?.done ?? null, milestoneOn: mark?.milestone ?? null,
    found: mentions.flatMap(({ name, community }) => (community === null ? [] : [rowById(community)?.name ?? name])),
    notFound: mentions.flatMap(({ name, community }) => (community === null ? [name] : [])),
    scenarios: (mark?.scenarios ?? []).map((id) => scenarioName(t, id, scenarios)),
  };
}

export function scenarioName(t: Translate, id: number, scenarios: readonly ScenarioInfo[]): string {
  const found = scenarios.find((each) => each.id === id);
  return found && !found.deleted ? found.name : t('tasks.scenarioGone');
}
