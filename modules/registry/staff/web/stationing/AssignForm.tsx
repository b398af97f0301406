import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { Field, FormDrawer, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type WindowStanding } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { PersonPicker } from '../parts/PersonPicker.tsx';
import { useNameOf } from '../parts/use-places.ts';
import { messages } from './messages.ts';

/** Stations A and B at a window from a day on. */
export function AssignForm({
  window,
  onClose,
}: {
  readonly window: WindowStanding;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const { stationing, windowId, windowNumber } = window;
  const form = useContractForm(routes.assign, {
    initial: {
      windowId,
      ...(stationing === null ? {} : { personAId: stationing.a.id }),
      personBId: stationing?.b?.id ?? null,
      validFrom: localDay(systemClock.now()),
      validTo: null,
      endsPrevious: stationing !== null,
    },
    onDone: onClose,
  });
  const name = nameOf({ nameZh: window.windowNameZh, nameEn: window.windowNameEn });
  const known = (person: WindowStanding['person'] | undefined) => (person ? [person] : []);
  return (
    <FormDrawer
      form={form}
      title={t('title', { number: windowNumber, name })}
      isOpen
      onClose={onClose}
    >
      <Field form={form} name="personAId" label={w('part.a')}>
        <PersonPicker known={known(stationing?.a)} />
      </Field>
      <Field form={form} name="personBId" label={w('part.b')}>
        <PersonPicker known={known(stationing?.b)} />
      </Field>
      <Field form={form} name="validFrom" label={w('from')} />
      <Field form={form} name="validTo" label={w('to')} />
      {stationing === null ? null : (
        <Field
          form={form}
          name="endsPrevious"
          label={t('endsPrevious')}
          hint={t('endsPreviousHint')}
        />
      )}
    </FormDrawer>
  );
}
