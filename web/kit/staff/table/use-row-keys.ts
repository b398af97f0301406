import { type KeyboardEvent, useState } from 'react';

export interface RowKeys {
  /** The one row that Tab reaches. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

interface RowActs {
  readonly count: number;
  readonly open: (index: number) => void;
  readonly choose: ((index: number) => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly previous: (() => void) | undefined;
}

/** Moves through rows by the arrow keys; Enter opens, Space chooses, page keys turn the page. */
export function useRowKeys(acts: RowActs): RowKeys {
  const [wanted, setActive] = useState(0);
  const last = acts.count - 1;
  const active = Math.max(0, Math.min(wanted, last));
  const moves: Readonly<Record<string, () => number>> = {
    ArrowDown: () => Math.min(active + 1, last),
    ArrowUp: () => Math.max(active - 1, 0),
    Home: () => 0,
    End: () => last,
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Keys inside a cell belong to the cell's own buttons and fields.
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const move = moves[event.key];
    const act = {
      Enter: () => acts.open(active),
      ' ': () => acts.choose?.(active),
      PageDown: acts.next,
      PageUp: acts.previous,
    }[event.key];
    if (!move && !act) return;
    event.preventDefault();
    act?.();
    if (!move) return;
    const index = move();
    setActive(index);
    const row = event.currentTarget.querySelectorAll<HTMLElement>('tr')[index];
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  return { active, setActive, onKeyDown };
}
