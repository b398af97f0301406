import { Button, Modal, Radio, Select } from 'antd';
import { useState } from 'react';

import { routes as parties } from '#modules/registry/parties/contract.ts';
import { useAct, useCall } from '#web/client/index.ts';
import { ProblemNotice, useLanguage, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type SlotRef } from '../../contract.ts';
import { SlotPicker } from '../parts/SlotPicker.tsx';
import { messages } from './messages.ts';

/** Books for somebody who is here or on the phone. */
export function BookForButton({ siteId }: { readonly siteId: string }) {
  const t = useWords(messages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('bookFor')}</Button>
      <Modal
        open={isOpen}
        width={760}
        title={t('bookFor')}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <BookFor siteId={siteId} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function BookFor({ siteId, onDone }: { readonly siteId: string; readonly onDone: () => void }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const tell = useTell();
  const [partyId, setParty] = useState<string | undefined>(undefined);
  const [groupId, setGroup] = useState<string | undefined>(undefined);
  const [slot, setSlot] = useState<SlotRef | undefined>(undefined);
  const [channel, setChannel] = useState<'desk' | 'phone'>('desk');
  const groups = useCall(routes.listPublicGroups, { query: { siteId } });
  const book = useAct(routes.bookFor, {
    onDone: ({ code }) => {
      tell.done(t('booked', { code }));
      onDone();
    },
  });
  const options = (groups.data?.items ?? []).map((one) => ({
    value: one.id,
    label: say(one.name),
  }));
  return (
    <div className="ow-appt-book">
      <PartyField value={partyId} onChange={setParty} />
      <Radio.Group
        value={channel}
        options={[
          { value: 'desk', label: t('channel.desk') },
          { value: 'phone', label: t('channel.phone') },
        ]}
        onChange={({ target }) => setChannel(target.value === 'phone' ? 'phone' : 'desk')}
      />
      <Select
        aria-label={t('group')}
        placeholder={t('group')}
        value={groupId ?? null}
        options={options}
        onChange={(id: string) => {
          setGroup(id);
          setSlot(undefined);
        }}
      />
      {groupId === undefined ? null : <Slots groupId={groupId} value={slot} onChange={setSlot} />}
      <ProblemNotice problem={book.error} />
      <Button
        type="primary"
        loading={book.isPending}
        disabled={partyId === undefined || groupId === undefined || slot === undefined}
        onClick={() => {
          if (partyId !== undefined && groupId !== undefined && slot !== undefined)
            book.mutate({ body: { groupId, partyId, channel, ...slot } });
        }}
      >
        {t('confirm')}
      </Button>
    </div>
  );
}

interface PartyFieldProps {
  readonly value: string | undefined;
  readonly onChange: (partyId: string) => void;
}

/** Finds a party by name or number; masked, and the text travels in the body only. */
function PartyField({ value, onChange }: PartyFieldProps) {
  const t = useWords(messages);
  const search = useAct(parties.searchParties);
  const options = (search.data?.items ?? []).map((party) => ({
    value: party.id,
    label: [party.name, party.identifier?.masked, party.phone].filter(Boolean).join(' · '),
  }));
  return (
    <Select
      showSearch={{
        filterOption: false,
        onSearch: (text: string) => {
          if (text.trim().length >= 2) search.mutate({ body: { text: text.trim(), limit: 8 } });
        },
      }}
      aria-label={t('party')}
      placeholder={t('partyHint')}
      value={value ?? null}
      options={options}
      loading={search.isPending}
      notFoundContent={null}
      onChange={(id: string) => onChange(id)}
    />
  );
}

interface SlotsProps {
  readonly groupId: string;
  readonly value: SlotRef | undefined;
  readonly onChange: (slot: SlotRef) => void;
}

function Slots({ groupId, value, onChange }: SlotsProps) {
  const [day, setDay] = useState<string | undefined>(undefined);
  const { data, error } = useCall(routes.listSlots, { params: { id: groupId } }, { freshMs: 0 });
  if (data === undefined) return <ProblemNotice problem={error} />;
  return <SlotPicker days={data.days} value={value} onChange={onChange} day={day} onDay={setDay} />;
}
