/** Takes the findings away: for a map program, for Excel, on paper. */
import { defectsCsv } from '../../report/defectsCsv.ts';
import { defectsGeoJson } from '../../report/defectsGeoJson.ts';
import { useCheck } from '../../state/check.ts';
import type { CheckReport, Loaded } from '../../worker/protocol.ts';
import { download } from '../controls/download.ts';
import { Tip } from '../controls/Tip.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { useProjectName } from '../words/projectName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { DecisionsMenu } from './DecisionsMenu.tsx';
import { unitLabels } from './unitLabels.ts';
import { usePrintSheet } from './usePrintSheet.ts';

interface Props {
  loaded: Loaded;
  report: CheckReport;
}

export function ExportButtons({ loaded, report }: Props) {
  const t = useTranslate();
  const project = useProjectName();
  const acceptances = useCheck((state) => state.acceptances);
  const print = usePrintSheet();
  const name = project.replace(/[\\/:*?"<>|\s]+/g, '_');
  const file = (extension: string) => `${t('export.defects')}_${name}.${extension}`;
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
      <DecisionsMenu fileName={`${t('export.decisions')}_${name}.json`} />
    </div>
  );
}
