/** Prints a complete HTML document from a hidden frame: no pop-up to be blocked, and the page stays as it is. */
export function printPage(html: string): void {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden';
  frame.setAttribute('aria-hidden', 'true');
  frame.srcdoc = html;
  frame.onload = () => {
    const inner = frame.contentWindow;
    if (!inner) return;
    inner.addEventListener('afterprint', () => { setTimeout(() => { frame.remove(); }, 0); });
    inner.focus();
    inner.print();
  };
  document.body.append(frame);
}
