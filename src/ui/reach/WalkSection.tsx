/** How one walks: by time at a speed or by distance, with or without walls. What the rules offer comes first, any value may be typed. */
import type { ReachSettings, ReachState } from '../../worker/reachProtocol.ts';
import { changeReach } from '../../state/operations/openReach.ts';
import { useAssess } from '../../state/assess/assess.ts';
import { METRES, MINUTES, SPEED } from '../../state/reach/settings.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { Pills } from '../controls/Pills.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { GateList } from './GateList.tsx';

const TIMES = [5, 10, 15];
/** Where the rules in use offer none. */
const SPEEDS = [1.2, 1, 0.8];
const DISTANCES = [1000, 800, 500, 300];

export function WalkSection({ state, settings }: { state: ReachState; settings: ReachSettings }) {
  const t = useTranslate();
  const speeds = useNumbers('circle.speeds', SPEEDS);
  const distances = useNumbers('circle.metresPresets', DISTANCES);
  const { limit } = settings;
  const minutes = limit.by === 'minutes' ? limit.minutes : state.rule?.minutes ?? TIMES.at(-1)!;
  const speed = limit.by === 'minutes' ? limit.speedMetresPerSecond : speeds[0]!;
  const change = (next: ReachSettings['limit']) => { void changeReach({ limit: next }); };
  const byTime = (change_: { minutes?: number; speed?: number }) => { change({ by: 'minutes', minutes: change_.minutes ?? minutes, speedMetresPerSecond: change_.speed ?? speed }); };
  return (
    <section className="section" aria-label={t('reachPage.conditions')}>
      <h3>{t('reachPage.conditions')}
        <span className="unit"><Segments label={t('reachPage.by')} value={limit.by} options={[{ value: 'minutes', label: t('reachPage.byMinutes') }, { value: 'metres', label: t('reachPage.byMetres') }]} onChange={(by) => { if (by === 'minutes') byTime({}); else change({ by: 'metres', metres: state.rule?.limitMetres ?? distances[0]! }); }} /></span>
      </h3>
      {limit.by === 'minutes' ? (
        <>
          <div className="pair"><span>{t('reachPage.speed')}</span><span className="reach-choice">
            <Pills label={t('reachPage.speed')} value={String(speed)} options={speeds.map((each) => ({ value: String(each), label: figure(each, 1) }))} onChange={(each) => { byTime({ speed: Number(each) }); }} />
            <NumberField label={t('reachPage.speed')} unit={t('reachPage.metresPerSecond')} value={speed} decimals={2} min={SPEED.least} max={SPEED.most} onChange={(each) => { byTime({ speed: each }); }} />
          </span></div>
          <div className="pair"><span>{t('reachPage.time')}</span><span className="reach-choice">
            <Pills label={t('reachPage.time')} value={String(minutes)} options={TIMES.map((each) => ({ value: String(each), label: figure(each) }))} onChange={(each) => { byTime({ minutes: Number(each) }); }} />
            <NumberField label={t('reachPage.time')} unit="min" value={minutes} decimals={0} min={MINUTES.least} max={MINUTES.most} onChange={(each) => { byTime({ minutes: each }); }} />
          </span></div>
        </>
      ) : (
        <div className="pair"><span>{t('reachPage.distance')}</span><span className="reach-choice">
          <Pills label={t('reachPage.distance')} value={String(limit.metres)} options={distances.map((each) => ({ value: String(each), label: String(each) }))} onChange={(each) => { change({ by: 'metres', metres: Number(each) }); }} />
          <NumberField label={t('reachPage.distance')} unit="m" value={limit.metres} decimals={0} min={METRES.least} max={METRES.most} onChange={(each) => { change({ by: 'metres', metres: each }); }} />
        </span></div>
      )}
      <Walls state={state} settings={settings} />
    </section>
  );
}

function Walls({ state, settings }: { state: ReachState; settings: ReachSettings }) {
  const t = useTranslate();
  const { walls, network } = state;
  if (!network) return <p className="note alarm">{t('reachPage.straightLong')}</p>;
  if (!walls) return <p className="note">{t('reachPage.noCompounds')}</p>;
  return (
    <>
      <label className="pair">
        <span className="reach-check"><input type="checkbox" className="checkbox" checked={settings.walled} onChange={(event) => { void changeReach({ walled: event.target.checked }); }} />{t('reachPage.walled')}</span>
        <span className="muted">{t('reachPage.gates', { count: figure(walls.gates) })}</span>
      </label>
      {settings.walled ? <GateList walls={walls} settings={settings} /> : <p className="note reach-indent">{t('reachPage.openReading')}</p>}
    </>
  );
}

interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

function Segments<T extends string>(props: SegmentsProps<T>) {
  return <Pills {...props} />;
}

function useNumbers(id: string, otherwise: readonly number[]): readonly number[] {
  const parameters = useAssess((mirror) => mirror.state?.rules.parameters);
  const value: unknown = parameters?.find((each) => each.id === id && !each.off)?.value;
  const numbers = Array.isArray(value) ? value.filter((each): each is number => typeof each === 'number' && each > 0) : [];
  return numbers.length > 0 ? numbers : otherwise;
}
