/** Where the two methods differ, each a way to the place. */
import type { OpinionDifference } from '../../core/coverage/opinion.ts';
import { selectDefect } from '../../state/operations/select.ts';
import { flyToPoint } from '../../state/view.ts';
import type { CheckReport } from '../../worker/protocol.ts';
import { Icon } from '../symbols/Icon.tsx';
import { squareMetres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { useUnitName } from '../words/unitNames.ts';

export function OpinionDifferences({ differences, report }: { differences: readonly OpinionDifference[]; report: CheckReport }) {
  return (
    <ul className="differences">
      {differences.slice(0, 100).map((difference, index) => <Difference key={index} of={difference} report={report} />)}
    </ul>
  );
}

function Difference({ of, report }: { of: OpinionDifference; report: CheckReport }) {
  const t = useTranslate();
  const name = useUnitName();
  const listed = of.defectId !== null && report.result.defects.some((defect) => defect.id === of.defectId);
  const go = () => {
    if (listed) selectDefect(of.defectId!, true);
    else if (of.lngLat) flyToPoint(of.lngLat);
  };
  const area = (value: number | null) => (value === null ? '—' : squareMetres(value));
  return (
    <li>
      <button type="button" disabled={!listed && !of.lngLat} onClick={go}>
        <Icon name="target" />
        <span className="grow">
          {t(`opinion.${of.kind}`)} · {of.units.map((unit) => name(unit)).join(t('report.listSeparator'))}
          <span className="note">
            {of.kind === 'failed' ? of.message ?? '' : t('check.opinionAreas', { ours: area(of.oursSquareMetres), theirs: area(of.turfSquareMetres) })}
          </span>
        </span>
      </button>
    </li>
  );
}
