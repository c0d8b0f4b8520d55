/** Decisions as a file: to keep, to hand on, to check again with the command line. */
import { useRef, useState } from 'react';
import { DropdownMenu } from 'radix-ui';
import { writeAcceptances, type AcceptProblem } from '../../core/coverage/acceptFile.ts';
import { useCheck } from '../../state/check.ts';
import { importAcceptances } from '../../state/operations/importAcceptances.ts';
import { download } from '../controls/download.ts';
import { Modal } from '../controls/Modal.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function DecisionsMenu({ fileName }: { fileName: string }) {
  const t = useTranslate();
  const acceptances = useCheck((state) => state.acceptances);
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<{ taken: number; problems: AcceptProblem[] } | null>(null);
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <button type="button" className="button small more" aria-label={t('decisions.menu')} title={t('decisions.menu')}><Icon name="chevronUp" small /></button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" side="top" align="end" sideOffset={4}>
            <DropdownMenu.Item className="option" disabled={acceptances.length === 0} onSelect={() => { download(fileName, writeAcceptances(acceptances), 'application/json'); }}>
              {t('decisions.export', { count: figure(acceptances.length) })}
            </DropdownMenu.Item>
            <DropdownMenu.Item className="option" onSelect={() => { input.current?.click(); }}>{t('decisions.import')}</DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('decisions.import')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void importAcceptances(file).then(setOutcome);
        }}
      />
      {outcome && <ImportOutcome outcome={outcome} onClose={() => { setOutcome(null); }} />}
    </>
  );
}

function ImportOutcome({ outcome, onClose }: { outcome: { taken: number; problems: AcceptProblem[] }; onClose: () => void }) {
  const t = useTranslate();
  return (
    <Modal
      className="sign"
      title={t('decisions.import')}
      onClose={onClose}
      foot={<><span className="grow" /><button type="button" className="button primary" onClick={onClose}>{t('action.gotIt')}</button></>}
    >
      <p>{t('decisions.taken', { count: figure(outcome.taken) })}</p>
      <ul className="problems">
        {outcome.problems.slice(0, 200).map((problem, index) => (
          <li key={index}>
            {t(`acceptProblem.${problem.code}`, { entry: (problem.index ?? 0) + 1, field: problem.field ?? '', found: problem.found ?? '', expected: problem.expected ?? '' })}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
