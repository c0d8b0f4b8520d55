/** Takes the open scenario away: its boundaries, what changed against the base, old → new. */
import { DropdownMenu } from 'radix-ui';
import { changesCsv } from '../../report/changesCsv.ts';
import { identitiesCsv } from '../../report/identitiesCsv.ts';
import { logCsv, type LoggedStep } from '../../report/logCsv.ts';
import { movedCsv } from '../../report/movedCsv.ts';
import { compareRevisions } from '../../state/operations/comparePlans.ts';
import { exportPlan } from '../../state/operations/exportPlan.ts';
import { usePlan } from '../../state/plan/plan.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Comparison, PlanState } from '../../worker/planProtocol.ts';
import { changedIn } from '../compare/comparisonRows.ts';
import { useStateName } from '../compare/useStateName.ts';
import { download } from '../controls/download.ts';
import { Icon } from '../symbols/Icon.tsx';
import { fileName } from '../words/fileName.ts';
import { useProjectName } from '../words/projectName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { stepWords } from './planWords.ts';

export function PlanExportMenu() {
  const t = useTranslate();
  const state = usePlan((mirror) => mirror.state);
  const name = useStateName();
  const project = useProjectName();
  if (!state) return null;
  const scenario = name(state.current);
  const named = (what: string, extension: string) => fileName([what, project, scenario], extension);
  const saveBoundaries = async () => {
    const answer = await exportPlan();
    for (const { fileName: source, bytes } of answer?.files ?? []) {
      // One file for each that was loaded, under its own name.
      download(fileName([source.replace(/\.[^.]+$/, ''), scenario], 'geojson'), bytes, 'application/geo+json');
    }
  };
  const saveTable = async (what: string, text: (answer: Comparison) => string) => {
    const answer = await compareRevisions(0, state.head);
    if (answer) download(named(what, 'csv'), text(answer), 'text/csv');
  };
  const states = { before: t('scenario.base'), after: scenario };
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="tool"><Icon name="export" />{t('export.title')}</button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          <DropdownMenu.Item className="option" onSelect={() => { void saveBoundaries(); }}>{t('export.boundaries')}<span className="unit">GeoJSON</span></DropdownMenu.Item>
          <DropdownMenu.Item className="option" onSelect={() => { void saveTable(t('export.changes'), ({ rows }) => changesCsv(rows.filter(changedIn).map(({ a, b }) => ({ before: a, after: b })), states, t)); }}>{t('export.changes')}<span className="unit">CSV</span></DropdownMenu.Item>
          <DropdownMenu.Item className="option" onSelect={() => { void saveTable(t('export.moved'), ({ moved }) => movedCsv(moved, t)); }}>{t('export.moved')}<span className="unit">CSV</span></DropdownMenu.Item>
          <DropdownMenu.Item className="option" onSelect={() => { void saveTable(t('export.identities'), ({ identities }) => identitiesCsv(identities, t)); }}>{t('export.identities')}<span className="unit">CSV</span></DropdownMenu.Item>
          <DropdownMenu.Item className="option" disabled={state.steps.length === 0} onSelect={() => { download(named(t('export.log'), 'csv'), logCsv(loggedSteps(state, t), t), 'text/csv'); }}>{t('export.log')}<span className="unit">CSV</span></DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function loggedSteps({ steps }: PlanState, t: Translate): LoggedStep[] {
  return steps.map(({ revision, command, stamp, names, undone }) => ({
    revision, step: stepWords(t, { command, names }).verb, about: names.join(t('report.listSeparator')),
    by: stamp?.by ?? '', when: stamp?.when ?? '', undone, data: JSON.stringify(command),
  }));
}
