import { useEffect } from 'react';

const DIALOG = '.ant-drawer, .ant-modal-root, .ant-popover, .ant-popconfirm';

/**
 * When a drawer or a dialog goes and takes the focus with it, the focus goes back to what opened it, so that
 * somebody without a mouse stays in their row of the list.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let last: HTMLElement | undefined;
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest(DIALOG) === null) last = target;
    };
    const giveBack = () => {
      if (document.activeElement === document.body && last?.isConnected === true)
        last.focus({ preventScroll: true });
    };
    // Each of them hangs in an element of its own below the body, which is empty by the time it is removed.
    const watch = new MutationObserver((changes) => {
      if (changes.some(({ removedNodes }) => removedNodes.length > 0)) giveBack();
    });
    document.addEventListener('focusin', note);
    watch.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', note);
      watch.disconnect();
    };
  }, []);
}
