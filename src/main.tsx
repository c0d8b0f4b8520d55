/** Wiring: the page, its styles, and a sample if the address asks for one. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'maplibre-gl/dist/maplibre-gl.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/frame.css';
import './ui/styles/controls.css';
import './ui/styles/table.css';
import './ui/styles/map.css';
import './ui/styles/inspector.css';
import './ui/styles/dialog.css';
import './ui/styles/plan.css';
import './ui/styles/assess.css';
import './ui/styles/tables.css';
import './ui/styles/project.css';
import './ui/styles/rules.css';
import './ui/styles/reach.css';
import './ui/styles/reachSettings.css';
import { tellWorkerUrl } from './map/workerUrl.ts';
import { startEarly } from './state/jobs.ts';
import { followPlan } from './state/operations/assessPlan.ts';
import { keepDrafts } from './state/operations/keepDrafts.ts';
import { openSample } from './state/operations/openSample.ts';
import { followReach } from './state/operations/openReach.ts';
import { isSampleName } from './state/samples.ts';
import { App } from './ui/frame/App.tsx';
import { ErrorBoundary } from './ui/frame/ErrorBoundary.tsx';

startEarly();
// A failure is told where the map is made, which asks again.
tellWorkerUrl().catch(() => undefined);
// Before the page is drawn: its files arrive meanwhile.
const sample = new URLSearchParams(location.search).get('sample');
if (isSampleName(sample)) void openSample(sample);
keepDrafts();
followPlan();
followReach();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(<StrictMode><ErrorBoundary><App /></ErrorBoundary></StrictMode>);
