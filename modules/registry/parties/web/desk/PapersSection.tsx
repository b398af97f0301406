import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';

import { useMay } from '#web/client/index.ts';
import {
  Field,
  FormDrawer,
  MaskedText,
  RowTable,
  Section,
  TimeText,
  useContractForm,
  useSayActor,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  FirmIdentifierKind,
  type Party,
  permissions,
  PersonIdentifierKind,
  routes,
} from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import type { Reveal } from '../parts/use-reveal.tsx';
import { messages } from './messages.ts';

interface PartProps {
  readonly party: Party;
  readonly reveal: Reveal;
}

/** The papers of a party, and when it was compared with them. */
export function PapersSection({ party, reveal }: PartProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title={t('papers')}
      actions={
        may(permissions.register) && party.status === 'active' ? (
          <Button onClick={() => setAdding(true)}>{t('addPaper')}</Button>
        ) : null
      }
    >
      <RowTable
        label={t('papers')}
        rows={party.identifiers}
        rowKey={(row) => row.id}
        empty={{ title: t('noPapers') }}
        columns={[
          { key: 'kind', title: t('kind'), render: (row) => w(`paper.${row.kind}`) },
          {
            key: 'number',
            title: t('number'),
            render: (row) => (
              <MaskedText
                masked={row.masked}
                onReveal={
                  may(permissions.reveal) ? reveal.onReveal('identifier', row.id) : undefined
                }
                onProblem={reveal.onProblem}
              />
            ),
          },
          { key: 'at', title: t('entered'), render: (row) => <TimeText at={row.addedAt} /> },
        ]}
      />
      <PaperDrawer party={party} isOpen={isAdding} onClose={() => setAdding(false)} />
    </Section>
  );
}

/** When, by whom and by which paper the party was verified. */
export function VerificationsSection({ party }: { readonly party: Party }) {
  const t = useWords(messages);
  const sayActor = useSayActor();
  const w = useWords(words);
  if (party.verifications.length === 0) return null;
  return (
    <Section title={t('verifications')}>
      <RowTable
        label={t('verifications')}
        rows={party.verifications}
        rowKey={(row) => row.id}
        columns={[
          { key: 'level', title: t('state'), render: (row) => w(`level.${row.level}`) },
          {
            key: 'paper',
            title: t('documentKind'),
            render: (row) =>
              row.documentKind === null ? w('none') : w(`paper.${row.documentKind}`),
          },
          { key: 'source', title: t('source'), render: (row) => w(`source.${row.source}`) },
          { key: 'by', title: t('by'), render: (row) => sayActor(row.byName) },
          { key: 'at', title: t('at'), render: (row) => <TimeText at={row.at} /> },
          {
            key: 'withdrawn',
            title: t('ended'),
            render: (row) => <TimeText at={row.withdrawnAt} />,
          },
        ]}
      />
    </Section>
  );
}

interface DrawerProps {
  readonly party: Party;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function PaperDrawer({ party, isOpen, onClose }: DrawerProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const kinds = party.kind === 'person' ? PersonIdentifierKind.options : FirmIdentifierKind.options;
  const form = useContractForm(routes.addIdentifier, {
    params: { id: party.id },
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('addPaper')} isOpen={isOpen} onClose={onClose}>
      <Form.Item name="kind" label={t('paperKind')} required>
        <Select options={kinds.map((kind) => ({ value: kind, label: w(`paper.${kind}`) }))} />
      </Form.Item>
      <Field form={form} name="number" label={t('paperNumber')}>
        <Input autoComplete="off" spellCheck={false} />
      </Field>
    </FormDrawer>
  );
}
