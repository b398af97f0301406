import { Button, Descriptions, Drawer } from 'antd';

import type { AuditFilter } from '#kernel/audit/contract.ts';

import { TimeText, useSayActor } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { ActText } from './ActText.tsx';
import type { Entry } from './entry.ts';
import { messages } from './messages.ts';

const kinds = ['system', 'staff', 'citizen', 'device', 'anonymous'] as const;

type Narrow = (
  only: Pick<AuditFilter, 'actorId'> | Pick<AuditFilter, 'subjectKind' | 'subjectId'>,
) => void;

interface EntryDrawerProps {
  readonly entry: Entry | undefined;
  readonly onClose: () => void;
  /** Shows the entries about the same person or the same thing. */
  readonly onNarrow: Narrow;
}

/** One entry in full. */
export function EntryDrawer({ entry, onClose, onNarrow }: EntryDrawerProps) {
  const t = useWords(messages);
  return (
    <Drawer open={entry !== undefined} title={t('details')} size={640} onClose={onClose}>
      {entry === undefined ? null : <EntryDetails entry={entry} onNarrow={onNarrow} />}
    </Drawer>
  );
}

function EntryDetails({ entry, onNarrow }: { readonly entry: Entry; readonly onNarrow: Narrow }) {
  const t = useWords(messages);
  const sayActor = useSayActor();
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
            children: (
              <div>
                {sayActor(actor.name)} · {kind ? t(kind) : actor.kind} <code>{actor.id}</code>{' '}
                <Button size="small" onClick={() => onNarrow({ actorId: actor.id })}>
                  {t('sameActor')}
                </Button>
              </div>
            ),
          },
          { key: 'act', label: t('act'), children: <ActText act={entry.act} /> },
          {
            key: 'subject',
            label: t('subject'),
            children: (
              <div>
                {subject.kind} <code>{subject.id}</code>{' '}
                <Button
                  size="small"
                  onClick={() => onNarrow({ subjectKind: subject.kind, subjectId: subject.id })}
                >
                  {t('sameSubject')}
                </Button>
              </div>
            ),
          },
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
