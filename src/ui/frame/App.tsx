/** The workbench: where each part stands. What each part does is its own file's affair. */
import { Tooltip } from 'radix-ui';
import { useView } from '../../state/view.ts';
import { BottomPanel } from './BottomPanel.tsx';
import { DropZone } from './DropZone.tsx';
import { FailureDialog } from './FailureDialog.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TaskTabs } from './TaskTabs.tsx';
import { TopBar } from './TopBar.tsx';
import { useDocumentLanguage } from './useDocumentLanguage.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useShortcuts } from './useShortcuts.ts';
import { MapPane } from '../mapPane/MapPane.tsx';
import { DataPanel } from '../data/DataPanel.tsx';
import { CheckPanel } from '../check/CheckPanel.tsx';
import { ComparePanel } from '../compare/ComparePanel.tsx';
import { MovedList } from '../compare/MovedList.tsx';
import { PlanDialogs } from '../plan/dialogs/PlanDialogs.tsx';
import { PlanInspector } from '../plan/PlanInspector.tsx';
import { PlanPanel } from '../plan/PlanPanel.tsx';
import { OtherTabBar } from '../project/OtherTabBar.tsx';
import { ProjectDialogs } from '../project/ProjectDialogs.tsx';
import { ReachInspector } from '../reach/ReachInspector.tsx';
import { ReachPanel } from '../reach/ReachPanel.tsx';
import { RepairDialog } from '../repair/RepairDialog.tsx';
import { RuleDialogs } from '../rules/editor/RuleDialogs.tsx';
import { useCompare } from '../../state/plan/compare.ts';
import { Inspector } from '../inspector/Inspector.tsx';
import { PreviewDialog } from '../preview/PreviewDialog.tsx';
import { TablesDialog } from '../tables/TablesDialog.tsx';
import { useLeaveWarning } from '../project/useLeaveWarning.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function App() {
  const t = useTranslate();
  const task = useView((state) => state.task);
  const comparing = useCompare((state) => state.on);
  useShortcuts();
  useDocumentLanguage();
  useKeptFocus();
  useLeaveWarning();
  return (
    <Tooltip.Provider delayDuration={350}>
      <div className="app">
        <TopBar />
        <TaskTabs />
        <aside className="left" role="tabpanel" id="task-panel" aria-labelledby={`task-${task}`}>
          {task === 'data' ? <DataPanel /> : task === 'check' ? <CheckPanel /> : task === 'reach' ? <ReachPanel /> : comparing ? <ComparePanel /> : <PlanPanel />}
        </aside>
        <MapPane />
        <BottomPanel />
        <aside className="right" aria-label={t('frame.inspector')}>{task === 'reach' ? <ReachInspector /> : task !== 'plan' ? <Inspector /> : comparing ? <MovedList /> : <PlanInspector />}</aside>
        <StatusBar />
      </div>
      <PreviewDialog />
      <PlanDialogs />
      <TablesDialog />
      <RepairDialog />
      <RuleDialogs />
      <ProjectDialogs />
      <OtherTabBar />
      <HelpDialog />
      <FailureDialog />
      <DropZone />
    </Tooltip.Provider>
  );
}
