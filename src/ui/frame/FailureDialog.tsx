/** What could not be read at all, or what broke: said in words, and the page goes on. */
import { useSession } from '../../state/session.ts';
import { Modal } from '../controls/Modal.tsx';
import { ProblemGroups } from '../data/ProblemGroups.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export function FailureDialog() {
  const t = useTranslate();
  const refusal = useSession((state) => state.refusal);
  const failure = useSession((state) => state.failure);
  if (!refusal && failure === null) return null;
  const close = () => { useSession.setState({ refusal: null, failure: null }); };
  return (
    <Modal
      className="sign"
      title={t(refusal ? 'failure.refused' : 'failure.broken')}
      onClose={close}
      foot={<><span className="grow" /><button type="button" className="button primary" onClick={close}>{t('action.gotIt')}</button></>}
    >
      {refusal ? <ProblemGroups problems={refusal} /> : <><p>{t('failure.brokenNote')}</p><p className="note" style={{ marginTop: 8, overflowWrap: 'anywhere' }}>{failure}</p></>}
    </Modal>
  );
}
