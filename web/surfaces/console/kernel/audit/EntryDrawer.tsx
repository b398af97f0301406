import { Descriptions, Drawer } from 'antd';

import { TimeText } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import type { Entry } from './entry.ts';
import { messages } from './messages.ts';

const kinds = ['system', 'staff', 'citizen', 'device', 'anonymous'] as const;

/** One entry in full. */
export function EntryDrawer({
  entry,
  onClose,
}: {
  readonly entry: Entry | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  return (
    <Drawer open={entry !== undefined} title={t('details')} size={640} onClose={onClose}>
      {entry === undefined ? null : <EntryDetails entry={entry} />}
    </Drawer>
  );
}

function EntryDetails({ entry }: { readonly entry: Entry }) {
  const t = useWords(messages);
  const { actor, subject, chain, seq } = entry;
  const kind = kinds.find((one) => one === actor.kind);
  return (
    <>
      <Descriptions
        column={1}
        items={[
          { key: 'at', label: t('at'), children: <TimeText at={entry.at} as="seconds" /> },
          {
            key: 'actor',
            label: t('actor'),
            children: `${actor.name} (${kind ? t(kind) : actor.kind}, ${actor.id})`,
          },
          { key: 'act', label: t('act'), children: <code>{entry.act}</code> },
          { key: 'subject', label: t('subject'), children: `${subject.kind} ${subject.id}` },
          { key: 'address', label: t('address'), children: entry.address ?? '–' },
          { key: 'request', label: t('requestId'), children: entry.requestId ?? '–' },
          {
            key: 'chain',
            label: t('chain'),
            children: seq === null ? t('unsealed', { chain }) : t('sealed', { chain, seq }),
          },
        ]}
      />
      <h2 className="ow-drawer-heading">{t('content')}</h2>
      <pre className="ow-json">{JSON.stringify(entry.body, undefined, 2)}</pre>
    </>
  );
}
