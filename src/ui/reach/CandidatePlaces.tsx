/** The file of candidates: what it holds, how far off the streets, the area that a place must have and whom that leaves out. */
import { useEffect, useMemo, useRef } from 'react';
import type { Datum } from '../../core/geo/coordinates.ts';
import { SNAP_METRES } from '../../core/network/snap.ts';
import { largeEnough } from '../../core/siting/problem.ts';
import { addCandidates, readCandidatesIn, recallCandidates, typeArea } from '../../state/operations/addCandidates.ts';
import { useAssess } from '../../state/assess/assess.ts';
import { useLanguage } from '../../state/language.ts';
import { AREA, readReachSettings } from '../../state/reach/settings.ts';
import { useSiting } from '../../state/reach/siting.ts';
import { useSession } from '../../state/session.ts';
import type { ReachCandidates } from '../../worker/sitingProtocol.ts';
import { Choose } from '../controls/Choose.tsx';
import { NumberField } from '../controls/NumberField.tsx';
import { Tip } from '../controls/Tip.tsx';
import { sourceText } from '../rules/ruleWords.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { fileProblems } from './reachWords.ts';
import { useLeastArea } from './useLeastArea.ts';

const DATUMS: readonly Datum[] = ['CGCS2000', 'GCJ-02', 'BD-09'];

export function CandidatePlaces({ category }: { category: string }) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const view = useSiting((mirror) => mirror.candidates?.view ?? null);
  const profile = useSession((session) => session.profile);
  const datum = useMemo(() => readReachSettings(profile).candidateDatum, [profile]);
  useEffect(() => { void recallCandidates(); }, []);
  return (
    <div className="siting-places">
      <div className="buttons tight">
        <Tip text={t('siting.loadHelp')} side="left"><button type="button" className="button small" onClick={() => { input.current?.click(); }}>{t('siting.load')}</button></Tip>
        <span className="reach-datum"><Choose label={t('siting.datum')} value={datum} options={DATUMS.map((value) => ({ value, label: t(`reachPage.datum.${value}` as 'reachPage.datum.BD-09') }))} onChange={(next) => { void readCandidatesIn(next); }} /></span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".geojson,.json,.csv,.txt"
        aria-label={t('siting.load')}
        data-candidates=""
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void addCandidates(file);
        }}
      />
      {view === null ? <p className="note">{t('siting.noFile')}</p> : <Held of={view} />}
      {view !== null && view.places > 0 && <Area category={category} of={view} />}
    </div>
  );
}

function Held({ of: { file, places, unplaced, snap, problems, tableProblems } }: { of: ReachCandidates }) {
  const t = useTranslate();
  return (
    <>
      {places === 0 ? <p className="note alarm">{t('siting.unusable', { file })}</p> : <p className="note">{t('siting.places', { file, count: figure(places) })}{snap.medianMetres !== null && ` · ${t('siting.snap', { metres: figure(snap.medianMetres, 1) })}`}</p>}
      {snap.datumSuspected && <p className="note alarm">{t('siting.datumSuspected')}</p>}
      {snap.unsnapped > 0 && <p className="note alarm">{t('siting.unsnapped', { count: figure(snap.unsnapped), metres: figure(SNAP_METRES) })}</p>}
      {unplaced > 0 && <p className="note alarm">{t('siting.unplaced', { count: figure(unplaced) })}</p>}
      {fileProblems(t, { streets: [], files: problems, tables: tableProblems }).slice(0, 5).map(({ key, text, refused }) => <p key={key} className={refused ? 'note alarm' : 'note'}>{text}</p>)}
    </>
  );
}

function Area({ category, of: { areas, outlineAreas } }: { category: string; of: ReachCandidates }) {
  const t = useTranslate();
  const language = useLanguage((mirror) => mirror.language);
  const rules = useAssess((mirror) => mirror.state?.rules);
  const { leastSquareMetres, typed, rule } = useLeastArea(category);
  const source = rule && rules?.rules.find(({ id }) => id === rule.rule)?.source;
  const told = leastSquareMetres === null ? null : largeEnough(areas, leastSquareMetres);
  const taken = areas.length - (told?.tooSmall.length ?? 0) - (told?.unknown.length ?? 0);
  return (
    <>
      <div className="pair"><span>{t('siting.area')}</span><span className="reach-choice"><NumberField label={t('siting.area')} unit="m²" value={leastSquareMetres ?? 0} decimals={0} min={AREA.least} max={AREA.most} onChange={(next) => { typeArea(category, next); }} /></span></div>
      <p className="note">{rule && rules && source
        ? typed ? t('siting.areaTyped', { metres: figure(rule.squareMetres) }) : t('siting.areaRule', { metres: figure(rule.squareMetres), source: sourceText(t, language, source, rules.documents) })
        : t('siting.areaNoRule')} · {t('siting.areaAny')}{typed && rule && <> <button type="button" className="link" onClick={() => { typeArea(category, null); }}>{t('siting.areaBack')}</button></>}</p>
      {outlineAreas > 0 && leastSquareMetres !== null && <p className="note">{t('siting.areaOutline', { count: figure(outlineAreas) })}</p>}
      {told !== null && <p className="note siting-left-out" role="status">{[
        taken === areas.length ? t('siting.allTaken', { count: figure(taken) }) : t('siting.taken', { count: figure(taken) }),
        ...(told.tooSmall.length > 0 ? [t('siting.tooSmall', { count: figure(told.tooSmall.length) })] : []), ...(told.unknown.length > 0 ? [t('siting.areaUnknown', { count: figure(told.unknown.length) })] : []),
      ].join('；')}</p>}
    </>
  );
}
