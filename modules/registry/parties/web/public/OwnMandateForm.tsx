import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { Action, PlainCheck, PlainField, PlainForm, usePlainForm } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { useDepartments } from '../parts/use-departments.ts';
import { messages } from './messages.ts';

/** Names an agent by name and number, for everything or for some departments. */
export function OwnMandateForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(messages);
  const { options } = useDepartments();
  const form = usePlainForm(routes.addOwnMandate, {
    initial: { isForAll: false, departmentCodes: [], validFrom: localDay(systemClock.now()) },
    onDone,
  });
  const chosen = form.values['departmentCodes'];
  const codes: readonly unknown[] = Array.isArray(chosen) ? chosen : [];
  const toggle = (code: string, isOn: boolean) =>
    form.set('departmentCodes', isOn ? [...codes, code] : codes.filter((one) => one !== code));
  return (
    <PlainForm
      form={form}
      submitLabel={t('authorise')}
      actions={<Action onPress={onDone}>{t('cancel')}</Action>}
    >
      <PlainField
        form={form}
        name="representativeName"
        label={t('representativeName')}
        hint={t('representativeHint')}
      />
      <PlainField form={form} name="representativeNumber" label={t('representativeNumber')} />
      <PlainCheck form={form} name="isForAll" label={t('isForAll')} />
      {form.values['isForAll'] === true ? null : (
        <fieldset className="ow-plain-field">
          <legend>{t('departments')}</legend>
          <p className="ow-plain-hint">{t('departmentsHint')}</p>
          {options.map((option) => (
            <label key={option.value} className="ow-plain-option">
              <input
                type="checkbox"
                checked={codes.includes(option.value)}
                onChange={(event) => toggle(option.value, event.target.checked)}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </fieldset>
      )}
      <PlainField form={form} name="validFrom" label={t('validFrom')} type="date" />
      <PlainField form={form} name="validTo" label={t('validTo')} type="date" />
    </PlainForm>
  );
}
