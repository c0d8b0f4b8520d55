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
import { useShortcuts } from './useShortcuts.ts';
import { MapPane } from '../mapPane/MapPane.tsx';
import { DataPanel } from '../data/DataPanel.tsx';
import { CheckPanel } from '../check/CheckPanel.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { PreviewDialog } from '../preview/PreviewDialog.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export function App() {
  const t = useTranslate();
  const task = useView((state) => state.task);
  useShortcuts();
  useDocumentLanguage();
  return (
    <Tooltip.Provider delayDuration={350}>
      <div className="app">
        <TopBar />
        <TaskTabs />
        <aside className="left" role="tabpanel" id="task-panel" aria-labelledby={`task-${task}`}>
          {task === 'data' ? <DataPanel /> : <CheckPanel />}
        </aside>
        <MapPane />
        <BottomPanel />
        <aside className="right" aria-label={t('frame.inspector')}><Inspector /></aside>
        <StatusBar />
      </div>
      <PreviewDialog />
      <HelpDialog />
      <FailureDialog />
      <DropZone />
    </Tooltip.Provider>
  );
}
