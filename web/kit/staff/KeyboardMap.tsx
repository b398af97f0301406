import { Modal } from 'antd';
import { useState } from 'react';

import { useLanguage } from '../language.tsx';
import type { PageKey } from '../pages.ts';
import { useOpenPage } from '../routing/index.ts';
import { useWords } from '../words.ts';
import { listKeys, useKey } from './keyboard.ts';
import { messages } from './messages.ts';

const own: readonly PageKey[] = [
  {
    keys: 'ArrowUp ArrowDown',
    does: { 'zh-CN': '在表格中上下移动', en: 'Move between the rows of a table' },
  },
  { keys: 'Enter', does: { 'zh-CN': '打开所选的一行', en: 'Open the chosen row' } },
  {
    keys: 'PageUp PageDown',
    does: { 'zh-CN': '表格上一页、下一页', en: 'Former and next page of a table' },
  },
  { keys: 'Escape', does: { 'zh-CN': '关闭对话框', en: 'Close a dialog' } },
];

const help: PageKey = { keys: '?', does: { 'zh-CN': '显示快捷键', en: 'Show this list of keys' } };

/** The keys of the page that is open. `open` and `onClose` belong to the frame, which has a button for it too. */
export function KeyboardMap({
  isOpen,
  setOpen,
}: {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const page = useOpenPage();
  const [keys, setKeys] = useState<readonly PageKey[]>([]);
  useKey(help, () => setOpen(true));
  const collect = (isShown: boolean) => {
    if (isShown) setKeys(withoutRepeats([...listKeys(), ...(page?.keys ?? []), ...own]));
  };
  return (
    <Modal
      open={isOpen}
      title={t('keyboard')}
      footer={null}
      onCancel={() => setOpen(false)}
      afterOpenChange={collect}
      width={560}
    >
      <dl className="ow-keys">
        {keys.map((key) => (
          <div key={`${key.keys} ${key.does.en}`}>
            <dt>
              {key.keys.split(' ').map((one) => (
                <kbd key={one}>{sayKey(one)}</kbd>
              ))}
            </dt>
            <dd>{say(key.does)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

/** A key that a page declares and listens to stands in the list once. */
function withoutRepeats(keys: readonly PageKey[]): readonly PageKey[] {
  const named = new Map(keys.map((key) => [`${key.keys} ${key.does.en}`, key]));
  return [...named.values()];
}

const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

function sayKey(keys: string): string {
  return keys
    .split('+')
    .map((part) => signs[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' + ');
}
