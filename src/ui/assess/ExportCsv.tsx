/** Takes a table away as CSV, named after the table, the work and the scenario. */
import { usePlan } from '../../state/plan/plan.ts';
import { useStateName } from '../compare/useStateName.ts';
import { download } from '../controls/download.ts';
import { Tip } from '../controls/Tip.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { fileName } from '../words/fileName.ts';
import { useProjectName } from '../words/projectName.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function ExportCsv({ what, state, text, disabled = false }: { what: string; state?: string; text: () => string; disabled?: boolean }) {
  const t = useTranslate();
  const project = useProjectName();
  const name = useStateName();
  const current = usePlan((mirror) => mirror.state?.current ?? null);
  const label = t('text.labelled', { label: t('views.export'), text: what });
  return (
    <Tip text={label}>
      <button type="button" className="icon-button" aria-label={label} disabled={disabled} onClick={() => { download(fileName([what, project, state ?? name(current)], 'csv'), text(), 'text/csv'); }}><Icon name="download" /></button>
    </Tip>
  );
}
