import { Button } from 'antd';

import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import { HandlingItem } from '../../../contract.ts';
import { messages } from '../editions/messages.ts';
import { type ContentEditorProps, itemsOf, type Plain } from './content.ts';
import { entryName } from './entry-name.ts';
import { type Remark, remarksIn } from './places.ts';
import { RemarkCount } from './Remarks.tsx';
import { freeKey, toBlank } from './schema.ts';
import { bundleSections, type EditSection, itemSections, matterSections } from './sections.ts';

/** The table of contents: sections of the matter, then those of each item, with what is to be put right. */
export function Contents(props: ContentEditorProps) {
  const { kind, content, onChange, isReadOnly, remarks, at, onAt } = props;
  const t = useWords(messages);
  const { language } = useLanguage();
  const items = itemsOf(content);
  const add = () => {
    const keys = items.map((item) => String(item['key']));
    const blank = toBlank(HandlingItem) as Plain;
    onChange({ ...content, items: [...items, { ...blank, key: freeKey(keys, 'item') }] });
    onAt(`${items.length}.item`);
  };
  return (
    <nav className="ow-edit-contents" aria-label={t('contents')}>
      <Entries
        sections={kind === 'bundle' ? bundleSections : matterSections}
        at={at}
        onAt={onAt}
        prefix=""
        base=""
        remarks={remarks}
      />
      {items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the key of an item is edited here
        <section key={index}>
          <h2>
            <button
              type="button"
              aria-expanded={at.startsWith(`${index}.`)}
              onClick={() => onAt(`${index}.item`)}
            >
              {entryName(item, language) ?? t('unnamedItem')}{' '}
              <RemarkCount remarks={remarksIn(remarks, `items.${String(item['key'])}`)} />
            </button>
          </h2>
          {at.startsWith(`${index}.`) ? (
            <Entries
              sections={itemSections}
              at={at}
              onAt={onAt}
              prefix={`${index}.`}
              base={`items.${String(item['key'])}.`}
              remarks={remarks}
            />
          ) : null}
          {isReadOnly || items.length < 2 || !at.startsWith(`${index}.`) ? null : (
            <Button
              size="small"
              danger
              onClick={() => {
                onAt('basics');
                onChange({ ...content, items: items.filter((_, other) => other !== index) });
              }}
            >
              {t('removeItem')}
            </Button>
          )}
        </section>
      ))}
      {isReadOnly || kind === 'bundle' ? null : (
        <Button size="small" onClick={add}>
          {t('addItem')}
        </Button>
      )}
    </nav>
  );
}

interface EntriesProps {
  readonly sections: readonly EditSection[];
  readonly at: string;
  readonly onAt: (at: string) => void;
  readonly prefix: string;
  readonly base: string;
  readonly remarks: readonly Remark[];
}

function Entries({ sections, at, onAt, prefix, base, remarks }: EntriesProps) {
  const { say } = useLanguage();
  return (
    <ul>
      {sections.map((section) => {
        const here = `${prefix}${section.key}`;
        const own = section.fields.flatMap((field) => remarksIn(remarks, `${base}${field}`));
        return (
          <li key={here}>
            <button
              type="button"
              aria-current={at === here ? 'true' : undefined}
              onClick={() => onAt(here)}
            >
              {say(section.title)} <RemarkCount remarks={own} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
