import { Button } from 'antd';
import type { ReactNode } from 'react';

import { useCall } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  Notice,
  Page,
  RowTable,
  Section,
  StatusTag,
  TimeText,
  useContractForm,
  useGo,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type MergePreview, type Party, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { messages } from './messages.ts';

import './parties.css';

/** Two records side by side, what would go over, and the merge. */
export function MergePage() {
  const t = useWords(messages);
  const intoId = useParam('partyId');
  const fromId = useParam('fromId');
  const go = useGo();
  const preview = useCall(routes.previewMerge, { params: { id: intoId }, query: { fromId } });
  const swap = () => go(`/party-duplicates/${fromId}/${intoId}`, { replaces: true });
  return (
    <Page
      title={t('mergeTitle')}
      description={t('mergeHint')}
      crumbs={[{ title: t('duplicates'), to: '/party-duplicates' }]}
      actions={<Button onClick={swap}>{t('swap')}</Button>}
    >
      <WithAnswer answer={preview}>
        {(data) => (
          <>
            <Compare preview={data} />
            <Moves preview={data} />
            <Decide key={data.into.id} preview={data} />
          </>
        )}
      </WithAnswer>
    </Page>
  );
}

interface Line {
  readonly field: string;
  readonly into: ReactNode;
  readonly from: ReactNode;
  readonly isSame: boolean;
}

function Compare({ preview: { into, from } }: { readonly preview: MergePreview }) {
  const t = useWords(messages);
  const w = useWords(words);
  const facts: ReadonlyArray<readonly [string, (party: Party) => string]> = [
    [t('name'), (party) => party.name],
    [t('no'), (party) => party.partyNo],
    [t('kind'), (party) => w(`kind.${party.kind}`)],
    [t('level'), (party) => w(`level.${party.verification}`)],
    [t('bornOn'), (party) => party.bornOn ?? party.establishedOn ?? w('none')],
    [
      t('papers'),
      (party) =>
        party.identifiers.map((one) => `${w(`paper.${one.kind}`)} ${one.masked}`).join('\n'),
    ],
    [
      t('contacts'),
      (party) =>
        party.contacts
          .filter((one) => one.endedAt === null)
          .map((one) => `${w(`contact.${one.kind}`)} ${one.masked}`)
          .join('\n'),
    ],
  ];
  const lines: Line[] = [
    ...facts.map(([field, read]) => ({
      field,
      into: read(into),
      from: read(from),
      isSame: read(into) === read(from),
    })),
    {
      field: t('registeredAt'),
      into: <TimeText at={into.registeredAt} />,
      from: <TimeText at={from.registeredAt} />,
      isSame: true,
    },
  ];
  const side = (text: ReactNode, line: Line) => (
    <span className="ow-parties-side" data-differs={line.isSame ? 'no' : 'yes'}>
      {text}
    </span>
  );
  return (
    <Section>
      <RowTable
        label={t('mergeTitle')}
        rows={lines}
        rowKey={(line) => line.field}
        columns={[
          { key: 'field', title: t('field'), width: '10em', render: (line) => line.field },
          { key: 'into', title: t('into'), render: (line) => side(line.into, line) },
          { key: 'from', title: t('from'), render: (line) => side(line.from, line) },
        ]}
      />
    </Section>
  );
}

function Moves({ preview }: { readonly preview: MergePreview }) {
  const t = useWords(messages);
  const rows = preview.moves.map((move, index) => ({ ...move, key: String(index) }));
  return (
    <Section title={t('moves')}>
      <RowTable
        label={t('moves')}
        rows={rows}
        rowKey={(row) => row.key}
        empty={{ title: t('nothingMoves') }}
        columns={[
          { key: 'what', title: t('what'), render: (row) => t(`move.${row.kind}`) },
          { key: 'value', title: t('value'), render: (row) => row.masked },
          {
            key: 'goes',
            title: t('goes'),
            render: (row) => (
              <StatusTag tone={row.stays ? 'idle' : 'busy'}>
                {t(row.stays ? 'stays' : 'moved')}
              </StatusTag>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Decide({ preview }: { readonly preview: MergePreview }) {
  const t = useWords(messages);
  const go = useGo();
  const { into, from, blockers } = preview;
  const form = useContractForm(routes.mergeParties, {
    params: { id: into.id },
    initial: { fromId: from.id },
    onDone: () => go(`/parties/${into.id}`),
  });
  if (blockers.length > 0) {
    return (
      <Notice tone="bad" title={t('blocked')}>
        <ul>
          {blockers.map((blocker) => (
            <li key={blocker}>{t(`block.${blocker}`)}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <Section>
      <ContractForm form={form} submitLabel={t('merge')}>
        <Field form={form} name="reason" label={t('reason')} />
      </ContractForm>
    </Section>
  );
}
