import { routes } from '#kernel/calendar/contract.ts';

import { Field, FormDrawer, useContractForm } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { DayRows } from './DayRows.tsx';
import { messages } from './messages.ts';
import type { YearDraft } from './year-draft.ts';

interface YearFormProps {
  readonly year: number;
  readonly draft: YearDraft;
  readonly onClose: () => void;
}

/** Enters or corrects the days off of a year, beside the notice. */
export function YearForm({ year, draft, onClose }: YearFormProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.saveYear, {
    params: { year },
    initial: { holidays: [], makeUpDays: [], ...draft },
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('formTitle', { year: String(year) })} isOpen onClose={onClose}>
      <p className="ow-form-hint">{t('check')}</p>
      <Field form={form} name="title" label={t('noticeTitle')} />
      <Field form={form} name="number" label={t('number')} />
      <Field form={form} name="issuedOn" label={t('issuedOn')} />
      <Field form={form} name="holidays" label={t('holidays')}>
        <DayRows parts={['from', 'to']} />
      </Field>
      <Field form={form} name="makeUpDays" label={t('makeUpDays')}>
        <DayRows parts={['day']} />
      </Field>
    </FormDrawer>
  );
}
