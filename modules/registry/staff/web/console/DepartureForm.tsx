import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { Field, FormDrawer, Notice, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Person, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** Records that somebody leaves, and says before what ends with it. */
export function DepartureForm({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const form = useContractForm(routes.recordDeparture, {
    params: { id: person.id },
    initial: { leftOn: localDay(systemClock.now()), version: person.version },
    onDone: onClose,
  });
  return (
    <FormDrawer
      form={form}
      title={t('leaveCentre')}
      submitLabel={t('recordDeparture')}
      isOpen
      onClose={onClose}
    >
      <Notice tone="warn" title={t('leaveConsequence')} />
      <Field form={form} name="leftOn" label={t('leftOn')} />
      <Field form={form} name="reason" label={t('departureReason')} />
    </FormDrawer>
  );
}
