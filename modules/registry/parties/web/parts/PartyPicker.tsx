import { Select } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { ApiProblem, call } from '#web/client/index.ts';
import { useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type PartyKind, type PartySummary, problems, routes } from '../../contract.ts';
import { messages } from './messages.ts';

interface PartyPickerProps {
  readonly kind?: PartyKind;
  /** A party that cannot be chosen: itself. */
  readonly except?: string;
  readonly label: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  readonly id?: string;
}

const PAUSE_MS = 350;

/** Chooses a party of the register by number, telephone or name; shown masked. */
export function PartyPicker(props: PartyPickerProps) {
  const { kind, except, label } = props;
  const tell = useTell();
  const t = useWords(messages);
  const [hits, setHits] = useState<readonly PartySummary[] | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef('');
  useEffect(() => () => clearTimeout(timer.current), []);
  const find = async (text: string) => {
    try {
      const found = await call(routes.searchParties, { body: { text } });
      if (latest.current !== text) return;
      setHits(
        found.items.filter((one) => one.id !== except && (kind === undefined || one.kind === kind)),
      );
    } catch (error) {
      if (!(error instanceof ApiProblem && error.code === problems.tooGeneral.code))
        tell.problem(error);
    }
  };
  const wait = (typed: string) => {
    const text = typed.trim();
    latest.current = text;
    clearTimeout(timer.current);
    if (text.length > 1) timer.current = setTimeout(() => void find(text), PAUSE_MS);
  };
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.value === undefined ? {} : { value: props.value })}
      {...(props.onChange === undefined ? {} : { onChange: props.onChange })}
      showSearch={{ filterOption: false, onSearch: wait }}
      placeholder={label}
      aria-label={label}
      notFoundContent={hits === undefined ? null : t('notFound')}
      options={(hits ?? []).map((one) => ({
        value: one.id,
        label: [one.name, one.identifier?.masked, one.partyNo].filter(Boolean).join(' · '),
      }))}
    />
  );
}
