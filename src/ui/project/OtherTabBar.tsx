/** Another window edits this project: said over the page, with a way to edit here. */
import { useState } from 'react';
import { useSaving } from '../../state/autosave/saving.ts';
import { takeOver } from '../../state/operations/takeOver.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export function OtherTabBar() {
  const t = useTranslate();
  const otherTab = useSaving((state) => state.otherTab);
  const [working, setWorking] = useState(false);
  if (!otherTab) return null;
  const take = () => {
    setWorking(true);
    void takeOver().finally(() => { setWorking(false); });
  };
  return (
    <div className="other-tab" role="alert">
      <Icon name="lock" small /><span>{t(`saving.otherTab.${otherTab}`)}</span>
      <button type="button" className="button small primary" disabled={working} onClick={take}>{t('saving.takeOver')}</button>
    </div>
  );
}
