/** Takes the findings away: for a map program, for Excel, on paper. */
import type { CheckSummary } from '../../core/coverage/summary.ts';
import { defectsCsv } from '../../report/defectsCsv.ts';
import { defectsGeoJson } from '../../report/defectsGeoJson.ts';
import { useCheck } from '../../state/check.ts';
import type { CheckReport, Loaded } from '../../worker/protocol.ts';
import { download } from '../controls/download.ts';
import { Tip } from '../controls/Tip.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { useProjectName } from '../words/projectName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { unitLabels } from './unitLabels.ts';
import { usePrintSheet } from './usePrintSheet.ts';

interface Props {
  loaded: Loaded;
  report: CheckReport;
  summary: CheckSummary;
}

export function ExportButtons({ loaded, report }: Props) {
  const t = useTranslate();
  const project = useProjectName();
  const acceptances = useCheck((state) => state.acceptances);
  const print = usePrintSheet();
  const file = (extension: string) => `${t('export.defects')}_${project.replace(/[\\/:*?"<>|\s]+/g, '_')}.${extension}`;
  return (
    <div className="buttons tight exports">
      <Tip text={t('export.geojsonHelp')}>
        <button type="button" className="button small" onClick={() => { download(file('geojson'), defectsGeoJson(report.result, unitLabels(loaded), acceptances, t), 'application/geo+json'); }}>
          <Icon name="download" small />GeoJSON
        </button>
      </Tip>
      <Tip text={t('export.csvHelp')}>
        <button type="button" className="button small" onClick={() => { download(file('csv'), defectsCsv(report.result, unitLabels(loaded), acceptances, t), 'text/csv'); }}>
          <Icon name="download" small />CSV
        </button>
      </Tip>
      <button type="button" className="button small" onClick={print}><Icon name="print" small />{t('export.sheet')}</button>
    </div>
  );
}
