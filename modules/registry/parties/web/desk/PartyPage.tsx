import { Button } from 'antd';
import { useState } from 'react';

import { useCall, useMay } from '#web/client/index.ts';
import { Notice, Page, To, useParam, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Party, permissions, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { PartyTags } from '../parts/PartyTags.tsx';
import { useReveal } from '../parts/use-reveal.tsx';
import { ChangeDrawer } from './ChangeDrawer.tsx';
import { ContactsSection } from './ContactsSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { MandatesSection } from './MandatesSection.tsx';
import { messages } from './messages.ts';
import { PapersSection, VerificationsSection } from './PapersSection.tsx';
import { RequestsSection } from './RequestsSection.tsx';
import { VerifyModal } from './VerifyModal.tsx';

/** One citizen or firm: identity, contacts, who acts for them, and what happened. */
export function PartyPage() {
  const partyId = useParam('partyId');
  const answer = useCall(routes.getParty, { params: { id: partyId } });
  return (
    <WithAnswer answer={answer}>{(party) => <Whole key={party.id} party={party} />}</WithAnswer>
  );
}

type Opened = 'verify' | 'change' | undefined;

function Whole({ party }: { readonly party: Party }) {
  const t = useWords(messages);
  const w = useWords(words);
  const may = useMay();
  const reveal = useReveal(party.id);
  const [opened, open] = useState<Opened>(undefined);
  const isActive = party.status === 'active';
  const close = () => open(undefined);
  return (
    <Page
      title={party.name === '' ? party.partyNo : party.name}
      description={`${w(`kind.${party.kind}`)} · ${party.partyNo}`}
      crumbs={[{ title: t('parties'), to: '/parties' }]}
      state={<PartyTags party={party} />}
      actions={
        isActive ? (
          <>
            {may(permissions.register) ? (
              <Button onClick={() => open('change')}>{t('change')}</Button>
            ) : null}
            {may(permissions.verify) && party.identifiers.length > 0 ? (
              <Button type="primary" onClick={() => open('verify')}>
                {t('verify')}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <Gone party={party} />
      <IdentitySection party={party} reveal={reveal} />
      <PapersSection party={party} reveal={reveal} />
      <VerificationsSection party={party} />
      <ContactsSection party={party} reveal={reveal} />
      <MandatesSection party={party} />
      <HistorySection party={party} />
      {may(permissions.erase) && isActive ? <RequestsSection party={party} /> : null}
      {opened === 'verify' ? <VerifyModal party={party} onClose={close} /> : null}
      <ChangeDrawer party={party} isOpen={opened === 'change'} onClose={close} />
      {reveal.dialog}
    </Page>
  );
}

function Gone({ party }: { readonly party: Party }) {
  const t = useWords(messages);
  if (party.status === 'erased') return <Notice tone="idle" title={t('erased')} />;
  if (party.mergedIntoId === null) return null;
  return (
    <Notice
      tone="warn"
      title={t('merged')}
      actions={<To to={`/parties/${party.mergedIntoId}`}>{t('mergedOpen')}</To>}
    />
  );
}
