/** Adds files of streets, facilities and gates to what is loaded. */
import { useRef } from 'react';
import { addReachFile } from '../../state/operations/addReachFile.ts';
import type { ReachFileKind } from '../../worker/reachProtocol.ts';
import { Tip } from '../controls/Tip.tsx';
import { useTranslate } from '../words/useTranslate.ts';

const KINDS = [
  { kind: 'streets', word: 'reachPage.loadStreets', help: 'reachPage.loadStreetsHelp', accept: '.pbf,.geojson,.json' },
  { kind: 'facilities', word: 'reachPage.loadFacilities', help: 'reachPage.loadFacilitiesHelp', accept: '.csv,.txt,.geojson,.json' },
  { kind: 'gates', word: 'reachPage.loadGates', help: 'reachPage.loadGatesHelp', accept: '.geojson,.json' },
] as const satisfies readonly { kind: ReachFileKind; word: string; help: string; accept: string }[];

export function LoadButtons() {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef<ReachFileKind>('streets');
  const ask = (kind: ReachFileKind, accept: string) => {
    asked.current = kind;
    if (!input.current) return;
    input.current.accept = accept;
    input.current.click();
  };
  return (
    <div className="buttons tight reach-load">
      {KINDS.map(({ kind, word, help, accept }) => (
        <Tip key={kind} text={t(help)} side="right"><button type="button" className="button small" onClick={() => { ask(kind, accept); }}>{t(word)}</button></Tip>
      ))}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('reachPage.files')}
        data-reach-file=""
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (file) void addReachFile(asked.current, file);
        }}
      />
    </div>
  );
}
