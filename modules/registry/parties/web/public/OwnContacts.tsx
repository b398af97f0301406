import { useState } from 'react';

import { useAct } from '#web/client/index.ts';
import {
  Action,
  Card,
  MaskedText,
  PlainChoice,
  PlainField,
  PlainForm,
  ProblemNotice,
  usePlainForm,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { ContactKind, type OwnIdentity, type PartyContact, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { messages } from './messages.ts';
import { revealOwn } from './reveal-own.ts';

/** How the centre reaches me; I can add and stop using. */
export function OwnContacts({ identity: { party } }: { readonly identity: OwnIdentity }) {
  const t = useWords(messages);
  const [isAdding, setAdding] = useState(false);
  const used = party.contacts.filter((one) => one.endedAt === null);
  return (
    <Card
      title={t('contacts')}
      hint={t('contactsHint')}
      actions={isAdding ? null : <Action onPress={() => setAdding(true)}>{t('addContact')}</Action>}
    >
      {used.length === 0 ? <p>{t('noContacts')}</p> : null}
      <ul className="ow-days">
        {used.map((contact) => (
          <OwnContact key={contact.id} contact={contact} />
        ))}
      </ul>
      {isAdding ? <ContactForm onDone={() => setAdding(false)} /> : null}
    </Card>
  );
}

function OwnContact({ contact }: { readonly contact: PartyContact }) {
  const t = useWords(messages);
  const w = useWords(words);
  const end = useAct(routes.endOwnContact);
  return (
    <li>
      <span>
        <small>{w(`contact.${contact.kind}`)}</small>{' '}
        <MaskedText masked={contact.masked} onReveal={() => revealOwn('contact', contact.id)} />
      </span>
      <Action isBusy={end.isPending} onPress={() => end.mutate({ params: { id: contact.id } })}>
        {t('end')}
      </Action>
      <ProblemNotice problem={end.error} />
    </li>
  );
}

function ContactForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(messages);
  const w = useWords(words);
  const form = usePlainForm(routes.addOwnContact, { initial: { kind: 'mobile' }, onDone });
  const options = ContactKind.options.map((kind) => ({ value: kind, label: w(`contact.${kind}`) }));
  return (
    <PlainForm
      form={form}
      submitLabel={t('add')}
      actions={<Action onPress={onDone}>{t('cancel')}</Action>}
    >
      <PlainChoice form={form} name="kind" label={t('contactKind')} options={options} />
      <PlainField form={form} name="value" label={t('contactValue')} />
    </PlainForm>
  );
}
