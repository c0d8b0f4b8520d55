/** Something in the page broke while it was drawn: said in words, with the way back. Steps that were carried out are kept already. */
import { Component, type ReactNode } from 'react';
import { wordsNow } from '../../state/project/words.ts';

interface Props {
  children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const t = wordsNow();
    return (
      <main className="broken" role="alert">
        <h1>{t('broken.title')}</h1>
        <p>{t('broken.kept')}</p>
        <pre>{error.message}</pre>
        <div className="buttons">
          <button type="button" className="button primary" onClick={() => { location.reload(); }}>{t('broken.reload')}</button>
          <button type="button" className="button" onClick={() => { this.setState({ error: null }); }}>{t('broken.goOn')}</button>
        </div>
      </main>
    );
  }
}
