import { Form, Input, Switch } from 'antd';

import {
  type LicenceField,
  permissions as licencePermissions,
  routes as licences,
} from '#modules/casework/licences/contract.ts';
import { newSubjectField } from '#modules/casework/matters/contract.ts';
import { useTowns } from '#modules/casework/matters/web/parts.ts';
import { useCall, useMay } from '#web/client/index.ts';
import { Field, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../../contract.ts';
import { messages as words } from '../../parts/messages.ts';
import { useItem } from '../file/use-item.ts';
import { ActDrawer, type ActFormProps } from './ActDrawer.tsx';
import { messages } from './messages.ts';
import { NewSubject } from './NewSubject.tsx';
import { SignatureField } from './SignatureField.tsx';
import { suggestContent } from './suggest-content.ts';

export function IssueForm(props: ActFormProps) {
  const { file } = props;
  const { item } = useItem(file);
  const may = useMay();
  const towns = useTowns();
  const kind = item?.result.licenceKind;
  const kinds = useCall(licences.listKinds, undefined, {
    freshMs: 300_000,
    enabled: kind !== undefined && may(licencePermissions.view),
  });
  const fields = kinds.data?.items.find(({ code }) => code === kind)?.fields ?? [];
  // The form begins with what is known, so it waits for it.
  if (kinds.isLoading || item === undefined) return null;
  const content = suggestContent(
    fields,
    { form: item.form, answers: file.answers, values: file.form },
    (code) => towns.find((town) => town.code === code)?.nameZh,
  );
  const nameField = newSubjectField(item.form);
  const name = nameField === undefined ? undefined : file.form[nameField];
  return (
    <IssueDrawer
      {...props}
      fields={fields}
      content={content}
      newName={nameField === undefined || typeof name !== 'string' ? undefined : name}
    />
  );
}

interface IssueDrawerProps extends ActFormProps {
  readonly fields: readonly LicenceField[];
  readonly content: Readonly<Record<string, string>>;
  /** Of the subject that the case sets up, where it does. */
  readonly newName: string | undefined;
}

function IssueDrawer({ fields, content, newName, ...props }: IssueDrawerProps) {
  const t = useWords(messages);
  const isNew = newName !== undefined;
  const newSubject = isNew ? { newSubject: { name: newName, creditCode: '' } } : {};
  return (
    <ActDrawer
      {...props}
      act="issue"
      contract={routes.issueResult}
      initial={{ content, ...newSubject }}
    >
      {(form) => (
        <>
          {isNew ? (
            <Form.Item
              name="newSubject"
              label={t('newSubject')}
              required
              extra={t('newSubjectHint')}
            >
              <NewSubject />
            </Form.Item>
          ) : null}
          {fields.length === 0 ? (
            <p className="ow-form-hint">{t('confirmHint')}</p>
          ) : (
            <Field
              form={form}
              name="content"
              label={t('licenceContent')}
              hint={t('licenceContentHint')}
            >
              <LicenceContent fields={fields} />
            </Field>
          )}
        </>
      )}
    </ActDrawer>
  );
}

const EMPTY: Readonly<Record<string, string>> = {};

interface LicenceContentProps {
  readonly fields: readonly LicenceField[];
  readonly value?: Readonly<Record<string, string>>;
  readonly onChange?: (content: Readonly<Record<string, string>>) => void;
}

/** The fields of the licence of this kind. */
function LicenceContent({ fields, value = EMPTY, onChange }: LicenceContentProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <div className="ow-acts-content">
      {fields.map((field) => (
        <p key={field.key}>
          <label htmlFor={`licence-${field.key}`}>
            {say(field.label)} {field.isRequired ? null : <small>{t('optional')}</small>}
          </label>
          <Input
            id={`licence-${field.key}`}
            maxLength={500}
            autoComplete="off"
            value={value[field.key] ?? ''}
            onChange={({ target }) => {
              const { [field.key]: _, ...rest } = value;
              onChange?.(target.value === '' ? rest : { ...rest, [field.key]: target.value });
            }}
          />
        </p>
      ))}
    </div>
  );
}

export function DispatchForm(props: ActFormProps & { readonly isBack?: boolean }) {
  const t = useWords(messages);
  const { isBack = false, ...rest } = props;
  return (
    <ActDrawer
      {...rest}
      act={isBack ? 'send-result-back' : 'dispatch'}
      contract={isBack ? routes.sendResultBack : routes.dispatchResult}
    >
      {(form) => <Field form={form} name="trackingNo" label={t('trackingNo')} />}
    </ActDrawer>
  );
}

export function SendBackForm(props: ActFormProps) {
  return <DispatchForm {...props} isBack />;
}

/** The courier’s state code for a parcel that was signed for. */
const SIGNED_FOR = 3;

export function DeliverForm(props: ActFormProps & { readonly isHandOver?: boolean }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { isHandOver = false, ...rest } = props;
  const { file } = rest;
  const way = file.state === 'delivering' && !isHandOver ? 'courier' : 'window';
  return (
    <ActDrawer
      {...rest}
      act={isHandOver ? 'hand-over' : 'deliver'}
      contract={isHandOver ? routes.handOver : routes.deliverResult}
      initial={{
        way,
        trackingNo: file.trackingNo,
        ...(file.deliveryWish.recipient === '' ? {} : { recipient: file.deliveryWish.recipient }),
      }}
    >
      {(form) => (
        <>
          <Field
            form={form}
            name="way"
            label={t('way')}
            options={(['window', 'courier'] as const).map((one) => ({
              value: one,
              label: w(`delivery.${one}`),
            }))}
          />
          <Field form={form} name="recipient" label={t('recipient')} />
          <Form.Item noStyle dependencies={['way']}>
            {() =>
              form.form.getFieldValue('way') === 'courier' ? (
                <>
                  <Field form={form} name="trackingNo" label={t('trackingNo')} />
                  <Field form={form} name="trackingState" label={t('courierSigned')}>
                    <SignedSwitch />
                  </Field>
                </>
              ) : (
                <>
                  <Field form={form} name="place" label={t('place')} />
                  <Field form={form} name="signatureFileId" label={t('signature')}>
                    <SignatureField caseId={file.id} />
                  </Field>
                </>
              )
            }
          </Form.Item>
        </>
      )}
    </ActDrawer>
  );
}

function SignedSwitch(props: {
  readonly value?: number;
  readonly onChange?: (state: number | undefined) => void;
}) {
  const t = useWords(messages);
  return (
    <Switch
      aria-label={t('courierSigned')}
      checked={props.value === SIGNED_FOR}
      onChange={(isOn) => props.onChange?.(isOn ? SIGNED_FOR : undefined)}
    />
  );
}

export function HandOverForm(props: ActFormProps) {
  return <DeliverForm {...props} isHandOver />;
}
