import { useEffect, useEffectEvent } from 'react';

import type { PageKey } from '../pages.ts';

/** Whether somebody is typing text, so that letters are not commands. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** `Ctrl+Enter`, `F2`, `?`: the name of what was pressed, as key lists write it. */
export function nameKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    key === ' ' ? 'Space' : key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

const open = new Set<PageKey>();

/** What can be pressed now, for the list that `?` shows. */
export function listKeys(): readonly PageKey[] {
  return [...open];
}

/**
 * Does something when a key is pressed anywhere on the page, and puts it into the list of `?`. Letters wait
 * while text is typed; keys with Ctrl and function keys do not.
 */
export function useKey(key: PageKey, act: () => void, isEnabled = true): void {
  const { keys, does } = key;
  const { 'zh-CN': zh, en } = does;
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = nameKey(event);
    if (event.defaultPrevented || event.isComposing || !keys.split(' ').includes(name)) return;
    if (isTyping(event.target) && !/^(?:Ctrl\+|Alt\+|F\d)/.test(name)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!isEnabled) return undefined;
    const entry: PageKey = { keys, does: { 'zh-CN': zh, en } };
    const listen = (event: KeyboardEvent) => press(event);
    open.add(entry);
    document.addEventListener('keydown', listen);
    return () => {
      open.delete(entry);
      document.removeEventListener('keydown', listen);
    };
  }, [keys, zh, en, isEnabled]);
}
