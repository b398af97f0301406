import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef, Modal, Spin } from 'antd';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

import { useLanguage } from '../../language.tsx';
import { To } from '../../routing/index.ts';
import { useWords } from '../../words.ts';
import { useKey } from '../keyboard.ts';
import { messages } from './messages.ts';
import { type Found, useSearch } from './use-search.ts';

const searchKey = {
  keys: 'Ctrl+k /',
  does: { 'zh-CN': '搜索页面、人员、窗口等', en: 'Search pages, people, counters and more' },
};

/** The search of the whole surface: a button that looks like a field, and a dialog over the page. */
export function SearchBox() {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<InputRef>(null);
  useKey(searchKey, () => setOpen(true));
  return (
    <>
      <button
        type="button"
        className="ow-search-button"
        onClick={() => setOpen(true)}
        title={t('searchKeys')}
      >
        <SearchOutlined aria-hidden="true" />
        <span>{t('search')}</span>
        <kbd>{'Ctrl K'}</kbd>
      </button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        closable={false}
        width={640}
        style={{ top: 72 }}
        destroyOnHidden
        title={<span className="ow-only-read">{t('search')}</span>}
        styles={{ header: { margin: 0, height: 0 } }}
        afterOpenChange={(shown) => {
          if (shown) input.current?.focus();
        }}
      >
        <SearchPanel input={input} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

interface SearchPanelProps {
  readonly input: RefObject<InputRef | null>;
  readonly onClose: () => void;
}

/** Field and finds; the arrow keys go from one to the next, Enter in the field opens the first find. */
function SearchPanel({ input, onClose }: SearchPanelProps) {
  const t = useWords(messages);
  const panel = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const found = useSearch(text);
  const press = (event: KeyboardEvent) => {
    const links = [...(panel.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => links[Math.min(at + 1, links.length - 1)]?.focus(),
      ArrowUp: () => (at > 0 ? links[at - 1]?.focus() : input.current?.focus()),
    };
    const isOpening = event.key === 'Enter' && at === -1;
    const act = isOpening ? () => links[0]?.click() : moves[event.key];
    if (!act || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the arrow keys of the field and the links inside
    <div className="ow-search" ref={panel} onKeyDown={press}>
      <Input
        ref={input}
        size="large"
        variant="borderless"
        prefix={<SearchOutlined />}
        suffix={found.isSearching ? <Spin size="small" /> : null}
        value={text}
        placeholder={t('searchHint')}
        aria-label={t('search')}
        onChange={(event) => setText(event.target.value)}
      />
      <Hits found={found} text={text.trim()} onFollow={onClose} />
    </div>
  );
}

interface HitsProps {
  readonly found: Found;
  readonly text: string;
  readonly onFollow: () => void;
}

function Hits({ found, text, onFollow }: HitsProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const count = found.groups.reduce((sum, group) => sum + group.hits.length, 0);
  const isSettled = text !== '' && !found.isSearching;
  return (
    <div className="ow-search-found">
      <output className="ow-only-read">{isSettled ? t('found', { count }) : ''}</output>
      {text === '' ? <p className="ow-search-hint">{t('searchBegin')}</p> : null}
      {isSettled && count === 0 ? (
        <div className="ow-search-hint">
          <strong>{t('searchNothing', { text })}</strong>
          <p>{t('searchNothingHint')}</p>
        </div>
      ) : null}
      {found.isPartial ? <p className="ow-search-hint">{t('searchFailed')}</p> : null}
      {found.groups.map((group) => (
        <section key={group.name} aria-label={say(group.title)}>
          <h2>{say(group.title)}</h2>
          <ul>
            {group.hits.map((hit) => (
              <li key={hit.id}>
                <To to={hit.to} search={hit.search ?? {}} onFollow={onFollow}>
                  <span>{hit.title}</span>
                  {hit.detail === undefined ? null : <small>{hit.detail}</small>}
                </To>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
