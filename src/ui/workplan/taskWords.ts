/** Deadlines of tasks in words. */
import type { Translate } from '../../i18n/index.ts';
import type { DeadlinePart } from '../../core/rules/workplan/deadline.ts';
import type { Task } from '../../core/rules/workplan/tasks.ts';

/** As rules §10 reads them: days as days, the rest as written. */
export function deadlineText(t: Translate, { deadline }: Pick<Task, 'deadline'>): string {
  return deadline.length === 0 ? t('tasks.noDeadline') : deadline.map((part) => partText(t, part)).join(t('report.listSeparator'));
}

function partText(t: Translate, part: DeadlinePart): string {
  switch (part.type) {
    case 'date': return t(part.milestone ? 'tasks.milestonePart' : 'tasks.datePart', { day: part.until });
    case 'event': return part.event;
    case 'standing': return t('tasks.standingPart');
    case 'unread': return part.text;
  }
}

/** 十里铺街 / 区民政局: the lead is the same for most tasks and stands behind. */
export function unitsAndLead(t: Translate, { lead, units }: Pick<Task, 'lead' | 'units'>): string {
  return [units, lead].flatMap((list) => (list.length === 0 ? [] : [list.map(({ name }) => name).join(t('report.listSeparator'))])).join(' / ');
}
