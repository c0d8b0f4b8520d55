/** Further filters: least area and width, one community. */
import { Popover } from 'radix-ui';
import { setDefectFilter, useDefectFilter } from '../../state/defectFilter.ts';
import { useSession } from '../../state/session.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { useUnitName } from '../words/unitNames.ts';

export function FilterButton() {
  const t = useTranslate();
  const name = useUnitName('full');
  const filter = useDefectFilter();
  const units = useSession((state) => state.loaded?.units);
  const active = [filter.minAreaSquareMetres > 0, filter.minWidthMetres > 0, filter.unit !== null].filter(Boolean).length;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="pill" aria-pressed={active > 0}><Icon name="filter" small />{t('defects.filter')}{active > 0 && ` ${active}`}</button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover" side="top" align="end" sideOffset={6}>
          <div className="pair">
            <span>{t('defects.minArea')}</span>
            <NumberField label={t('defects.minArea')} unit="m²" value={filter.minAreaSquareMetres} decimals={1} min={0} max={1e9} onChange={(minAreaSquareMetres) => { setDefectFilter({ minAreaSquareMetres }); }} />
          </div>
          <div className="pair">
            <span>{t('defects.minWidth')}</span>
            <NumberField label={t('defects.minWidth')} unit="m" value={filter.minWidthMetres} decimals={2} min={0} max={1e6} onChange={(minWidthMetres) => { setDefectFilter({ minWidthMetres }); }} />
          </div>
          <div className="pair">
            <label htmlFor="filter-unit">{t('defects.unit')}</label>
            <span className="field text" style={{ width: 156 }}>
              <input
                id="filter-unit"
                list="filter-units"
                defaultValue={filter.unit === null ? '' : name(filter.unit)}
                placeholder={t('defects.anyUnit')}
                onChange={(event) => {
                  const wanted = event.target.value;
                  const found = units?.find((unit) => (unit.name ?? unit.label) === wanted);
                  if (found || wanted === '') setDefectFilter({ unit: found?.index ?? null });
                }}
              />
            </span>
            <datalist id="filter-units">{units?.slice(0, 2000).map((unit) => <option key={unit.index} value={unit.name ?? unit.label} />)}</datalist>
          </div>
          <div className="buttons" style={{ marginTop: 8, justifyContent: 'flex-end' }}>
            <button type="button" className="button small" disabled={active === 0} onClick={() => { setDefectFilter({ minAreaSquareMetres: 0, minWidthMetres: 0, unit: null }); }}>{t('defects.clearFilter')}</button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
