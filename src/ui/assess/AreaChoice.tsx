/** The whole, a district or a subdistrict: which of them a table is about. */
import type { AreaAssessment } from '../../core/assess.ts';
import { useAssess } from '../../state/assess/assess.ts';
import type { AreaKey } from '../../worker/assessProtocol.ts';
import { Choose, type Option } from '../controls/Choose.tsx';
import { useTranslate } from '../words/useTranslate.ts';

const WHOLE = 'whole';

/** Nothing where there is only one area. `value`: one that is gone counts as the whole. */
export function AreaChoice({ value, onChange }: { value: AreaKey | null; onChange: (area: AreaKey | null) => void }) {
  const t = useTranslate();
  const areas = useAreas();
  if (areas.length === 0) return null;
  const several = new Set(areas.map(({ key }) => key.district)).size > 1;
  const options: Option<string>[] = [
    { value: WHOLE, label: t('views.score.whole') },
    ...areas.map(({ key, name }) => ({ value: textOf(key), label: name, ...(several && key.subdistrict !== null ? { note: key.district } : {}) })),
  ];
  const chosen = value !== null && areas.some(({ key }) => textOf(key) === textOf(value)) ? textOf(value) : WHOLE;
  return (
    <span className="view-field">
      <Choose label={t('views.score.area')} value={chosen} options={options} onChange={(next) => { onChange(areas.find(({ key }) => textOf(key) === next)?.key ?? null); }} />
    </span>
  );
}

/** `area` where it is one of those that stand, else the whole. */
export function useStandingArea(area: AreaKey | null): AreaKey | null {
  const areas = useAreas();
  return area === null ? null : (areas.find(({ key }) => textOf(key) === textOf(area))?.key ?? null);
}

export function textOf({ district, subdistrict }: AreaKey): string {
  return JSON.stringify([district, subdistrict]);
}

/** Districts where there are several, then subdistricts where there are several; those without a name have none to be chosen by. */
function useAreas(): { key: AreaKey; name: string }[] {
  const state = useAssess((mirror) => mirror.state);
  const named = (areas: readonly AreaAssessment[] | undefined) => {
    const own = areas?.filter(({ name }) => name !== '') ?? [];
    return own.length > 1 ? own : [];
  };
  return [
    ...named(state?.districts).map(({ name }) => ({ key: { district: name, subdistrict: null }, name })),
    ...named(state?.subdistricts).map(({ name, district }) => ({ key: { district, subdistrict: name }, name })),
  ];
}
