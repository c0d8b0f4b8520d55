/** Any community, found by name, code or subdistrict. */
import { useState } from 'react';
import { Popover } from 'radix-ui';
import type { TablesView } from '../../worker/tableProtocol.ts';
import { SearchBox } from '../controls/SearchBox.tsx';
import { useTranslate } from '../words/useTranslate.ts';

const LISTED = 12;

export function CommunityPicker({ label, communities, onPick }: { label: string; communities: TablesView['communities']; onPick: (id: string) => void }) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = open ? communities.filter(({ name, code, subdistrict }) => [name, code, subdistrict].some((text) => text?.toLowerCase().includes(wanted))).slice(0, LISTED) : [];
  const pick = (id: string) => {
    setOpen(false);
    onPick(id);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="cell-button" aria-label={label}>{t('tables.other')}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover picker" align="start" sideOffset={4} collisionPadding={8} aria-label={label}>
          <SearchBox label={t('tables.otherSearch')} value={search} onChange={setSearch} onEnter={() => { if (found[0]) pick(found[0].id); }} />
          <ul aria-label={label}>
            {found.map(({ id, name, code, subdistrict }) => (
              <li key={id}><button type="button" className="option" onClick={() => { pick(id); }}><span>{name}</span><span className="unit">{subdistrict} {code}</span></button></li>
            ))}
            {found.length === 0 && <li className="muted">{t('tables.otherNone')}</li>}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
