import { Radio, Select } from 'antd';

import { SpecialProcedureKind } from '#modules/casework/matters/contract.ts';
import { Field, formatDay } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../../contract.ts';
import { messages as words } from '../../parts/messages.ts';
import { StaffPicker } from '../../parts/StaffPicker.tsx';
import { useItem } from '../file/use-item.ts';
import { ActDrawer, type ActFormProps } from './ActDrawer.tsx';
import { FilesField } from './FilesField.tsx';
import { messages } from './messages.ts';
import { DEFAULT_REMEDY } from './official-texts.ts';

export function AssignForm(props: ActFormProps & { readonly isOwn?: boolean }) {
  const t = useWords(messages);
  const { isOwn = false, ...rest } = props;
  const contract = isOwn ? routes.delegateCase : routes.assignCase;
  return (
    <ActDrawer {...rest} act={isOwn ? 'delegate' : 'assign'} contract={contract}>
      {(form) => (
        <>
          <Field form={form} name="handlerId" label={t('handler')}>
            <StaffPicker label={t('findStaff')} />
          </Field>
          <Field form={form} name="reason" label={t('reason')} />
        </>
      )}
    </ActDrawer>
  );
}

export function DelegateForm(props: ActFormProps) {
  return <AssignForm {...props} isOwn />;
}

export function StartSpecialForm(props: ActFormProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const { item } = useItem(props.file);
  // Only what the matter lists is lawful; while that is not known the server says so.
  const listed = item?.specialProcedures.map(({ kind }) => kind) ?? SpecialProcedureKind.options;
  const [only, ...others] = listed;
  return (
    <ActDrawer
      {...props}
      act="start-special"
      contract={routes.startSpecial}
      initial={only === undefined || others.length > 0 ? {} : { kind: only }}
    >
      {(form) => (
        <>
          <Field
            form={form}
            name="kind"
            label={t('kind')}
            options={listed.map((kind) => ({ value: kind, label: w(`special.${kind}`) }))}
          />
          <Field form={form} name="from" label={t('from')} />
          <Field form={form} name="neededDays" label={t('neededDays')} hint={t('neededDaysHint')} />
          <Field form={form} name="reason" label={t('reason')} hint={t('reasonShown')} />
        </>
      )}
    </ActDrawer>
  );
}

export function EndSpecialForm(props: ActFormProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const running = props.file.specials.filter(({ to }) => to === null);
  const [only] = running;
  return (
    <ActDrawer
      {...props}
      act="end-special"
      contract={routes.endSpecial}
      initial={only === undefined ? {} : { specialId: only.id }}
    >
      {(form) => (
        <>
          <Field
            form={form}
            name="specialId"
            label={t('special')}
            options={running.map((one) => ({
              value: one.id,
              label: `${w(`special.${one.kind}`)} · ${formatDay(one.from, t.language)}`,
            }))}
          />
          <Field form={form} name="to" label={t('to')} />
          <Field form={form} name="result" label={t('result')} />
        </>
      )}
    </ActDrawer>
  );
}

export function ExtendForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="extend" contract={routes.extendCase}>
      {(form) => (
        <>
          <Field form={form} name="days" label={t('days')} hint={t('daysHint')} />
          <Field form={form} name="reason" label={t('reason')} hint={t('reasonShown')} />
        </>
      )}
    </ActDrawer>
  );
}

export function InformForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="inform-third-parties" contract={routes.informThirdParties}>
      {(form) => (
        <>
          <Field form={form} name="informed" label={t('informed')} hint={t('informedHint')}>
            <Select mode="tags" open={false} />
          </Field>
          <Field form={form} name="statement" label={t('statement')} />
        </>
      )}
    </ActDrawer>
  );
}

export function ExamineForm(props: ActFormProps) {
  const t = useWords(messages);
  const { file } = props;
  return (
    <ActDrawer
      {...props}
      act="examine"
      contract={routes.examineCase}
      initial={{ passes: true, isSiteCheck: file.needsSiteCheck, fileIds: [] }}
    >
      {(form) => (
        <>
          <Field form={form} name="passes" label={t('passes')}>
            <Radio.Group
              options={[
                { value: true, label: t('pass') },
                { value: false, label: t('notPass') },
              ]}
            />
          </Field>
          <Field form={form} name="isSiteCheck" label={t('isSiteCheck')} />
          <Field form={form} name="opinion" label={t('opinion')} />
          <Field form={form} name="fileIds" label={t('files')}>
            <FilesField label={t('files')} />
          </Field>
        </>
      )}
    </ActDrawer>
  );
}

export function ApproveForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="approve" contract={routes.approveCase}>
      {(form) => (
        <>
          <Field form={form} name="content" label={t('content')} />
          <Field form={form} name="reason" label={t('decisionReason')} />
          <Field form={form} name="validFrom" label={t('validFrom')} />
          <Field form={form} name="validTo" label={t('validTo')} hint={t('validToHint')} />
        </>
      )}
    </ActDrawer>
  );
}

export function DenyForm(props: ActFormProps) {
  const t = useWords(messages);
  const initial = { remedy: DEFAULT_REMEDY };
  return (
    <ActDrawer {...props} act="deny" contract={routes.denyCase} initial={initial}>
      {(form) => (
        <>
          <Field form={form} name="reason" label={t('decisionReason')} hint={t('reasonShown')} />
          <Field form={form} name="remedy" label={t('remedy')} />
        </>
      )}
    </ActDrawer>
  );
}

export function MessageForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="write-message" contract={routes.writeMessage}>
      {(form) => <Field form={form} name="text" label={t('text')} hint={t('textHint')} />}
    </ActDrawer>
  );
}
