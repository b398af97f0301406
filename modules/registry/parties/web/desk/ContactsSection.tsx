import { Button, Input } from 'antd';
import { useState } from 'react';

import { useAct, useMay } from '#web/client/index.ts';
import {
  ConfirmButton,
  Field,
  FormDrawer,
  MaskedText,
  RowTable,
  Section,
  StatusTag,
  TimeText,
  useContractForm,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { ContactKind, type Party, permissions, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import type { Reveal } from '../parts/use-reveal.tsx';
import { messages } from './messages.ts';

interface PartProps {
  readonly party: Party;
  readonly reveal: Reveal;
}

/** How a party is reached: the newest of each kind is the one used. */
export function ContactsSection({ party, reveal }: PartProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const end = useAct(routes.endContact);
  const mayChange = may(permissions.register) && party.status === 'active';
  return (
    <Section
      title={t('contacts')}
      actions={
        mayChange ? <Button onClick={() => setAdding(true)}>{t('addContact')}</Button> : null
      }
    >
      <RowTable
        label={t('contacts')}
        rows={party.contacts}
        rowKey={(row) => row.id}
        empty={{ title: t('noContacts') }}
        columns={[
          { key: 'kind', title: t('kind'), render: (row) => w(`contact.${row.kind}`) },
          {
            key: 'value',
            title: t('value'),
            render: (row) => (
              <MaskedText
                masked={row.masked}
                onReveal={may(permissions.reveal) ? reveal.onReveal('contact', row.id) : undefined}
                onProblem={reveal.onProblem}
              />
            ),
          },
          { key: 'at', title: t('entered'), render: (row) => <TimeText at={row.addedAt} /> },
          {
            key: 'acts',
            title: t('act'),
            render: (row) => {
              if (row.endedAt !== null) return <StatusTag tone="idle">{t('ended')}</StatusTag>;
              if (!mayChange) return null;
              return (
                <ConfirmButton
                  size="small"
                  question={t('endQuestion')}
                  consequence={t('endHint')}
                  onConfirm={() => end.mutateAsync({ params: { id: party.id, contactId: row.id } })}
                >
                  {t('end')}
                </ConfirmButton>
              );
            },
          },
        ]}
      />
      <ContactDrawer party={party} isOpen={isAdding} onClose={() => setAdding(false)} />
    </Section>
  );
}

interface DrawerProps {
  readonly party: Party;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function ContactDrawer({ party, isOpen, onClose }: DrawerProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const form = useContractForm(routes.addContact, {
    params: { id: party.id },
    initial: { kind: party.kind === 'person' ? 'mobile' : 'landline' },
    onDone: onClose,
  });
  const options = ContactKind.options.map((kind) => ({ value: kind, label: w(`contact.${kind}`) }));
  return (
    <FormDrawer form={form} title={t('addContact')} isOpen={isOpen} onClose={onClose}>
      <Field form={form} name="kind" label={t('kind')} options={options} />
      <Field form={form} name="value" label={t('value')}>
        <Input autoComplete="off" />
      </Field>
    </FormDrawer>
  );
}
