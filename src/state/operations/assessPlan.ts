/**
 * Keeps what is said of the rules in step with the plan: opened when the plan is, asked again after every change of it. One question is
 * under way at a time; a change that comes meanwhile is answered by the next one.
 */
import type { AssessNews } from '../../worker/assessProtocol.ts';
import { askAssess } from '../assess/askAssess.ts';
import { NOT_ASSESSED, useAssess, useColouring } from '../assess/assess.ts';
import { readRuleSettings, writtenSettings, type RuleSettings } from '../assess/settings.ts';
import { usePlan } from '../plan/plan.ts';
import { useSession } from '../session.ts';
import { saveDecisions } from './saveDecisions.ts';

/** Of the answer taken last. */
let serial = 0;
let underWay = false;
let again = false;

/** Called once, at the start of the page. */
export function followPlan(): void {
  usePlan.subscribe(({ state }, before) => {
    if (state === before.state) return;
    if (!state) useAssess.setState(NOT_ASSESSED);
    else void refresh();
  });
}

export function ruleSettings(): RuleSettings {
  return readRuleSettings(useSession.getState().profile);
}

let changes: Promise<void> = Promise.resolve();

/** Other rules, another day, another pay: kept with the project. One after another, so that none is lost. */
export function changeRuleSettings(change: Partial<RuleSettings>): Promise<void> {
  changes = changes.then(() => takeSettings(change));
  return changes;
}

async function takeSettings(change: Partial<RuleSettings>): Promise<void> {
  const settings = { ...ruleSettings(), ...change };
  const answer = await openRules(settings);
  if (!answer) return;
  useSession.setState(({ profile }) => ({ profile: writtenSettings(profile, settings) }));
  saveDecisions();
}

async function openRules(settings: RuleSettings): Promise<boolean> {
  const answer = await askAssess('assessOpen', { ...settings, asOf: settings.asOf ?? today() });
  if (!answer) return false;
  if ('problems' in answer) {
    useAssess.setState({ problems: answer.problems });
    return false;
  }
  take(answer);
  return true;
}

/** What the rules stand on is other than before: asked again. */
export async function reassess(): Promise<void> {
  if (useAssess.getState().state) await refresh();
}

async function refresh(): Promise<void> {
  again = true;
  if (underWay) return;
  underWay = true;
  try {
    while (again) {
      again = false;
      await ask();
    }
  } finally {
    underWay = false;
  }
}

async function ask(): Promise<void> {
  if (useAssess.getState().state === null) {
    await openRules(ruleSettings());
    return;
  }
  const answer = await askAssess('assessNow', null);
  if (answer && (answer.whole || answer.serial === serial + 1)) take(answer);
  // Nothing is open there, or an answer was lost on its way: all is told again.
  else if (answer !== undefined) await openRules(ruleSettings());
}

function take({ changed, gone, whole, rules, serial: number, ...rest }: AssessNews): void {
  const plan = usePlan.getState().state;
  if (!plan) return;
  serial = number;
  useAssess.setState(({ state }) => {
    const rows = new Map(whole ? [] : state?.rows);
    for (const unit of gone) rows.delete(unit);
    for (const row of changed) rows.set(row.unit, row);
    return { state: { ...rest, rows, rules: rules ?? state!.rules }, problems: [] };
  });
  void refreshColouring();
}

/** Values that the map is coloured by, where they are not the rows' own. */
export async function refreshColouring(): Promise<void> {
  const { by } = useColouring.getState();
  if (by.kind === 'class' || by.kind === 'none') return;
  const values = await askAssess('assessMap', by.kind === 'rule' ? { rule: by.rule } : { metric: by.metric });
  if (values && useColouring.getState().by === by) useColouring.setState({ values });
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
