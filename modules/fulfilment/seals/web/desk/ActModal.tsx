import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import { ContractForm, Field, Notice, useContractForm, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  routes,
  SealKind,
  sealKinds,
  type SealSetInFull,
  type SetAct,
  Way,
} from '../../contract.ts';
import { messages } from './messages.ts';
import { SignatureField } from './SignatureField.tsx';

const CONTRACTS = {
  dispatch: routes.dispatchSet,
  receive: routes.receiveSet,
  'hand-out': routes.handOutSet,
  reroute: routes.changeWay,
  remake: routes.remakeSet,
  withdraw: routes.withdrawSet,
  cancel: routes.cancelSet,
} as const;

export type DeskAct = keyof typeof CONTRACTS;
export const isDeskAct = (act: SetAct): act is DeskAct => act in CONTRACTS;

interface ActModalProps {
  readonly set: SealSetInFull;
  readonly act: DeskAct;
  readonly onClose: () => void;
}

/** Says what follows, and asks what the act needs. */
export function ActModal({ set, act, onClose }: ActModalProps) {
  const t = useWords(messages);
  return (
    <Modal open title={t(`do.${act}`)} footer={null} destroyOnHidden onCancel={onClose}>
      <div style={{ marginBottom: 16 }}>
        <Notice
          tone={act === 'receive' || act === 'hand-out' ? 'busy' : 'warn'}
          title={t(`ask.${act}`)}
        />
      </div>
      <ActForm set={set} act={act} onClose={onClose} />
    </Modal>
  );
}

function ActForm({ set, act, onClose }: ActModalProps) {
  switch (act) {
    case 'receive':
      return <ReceiveForm set={set} onClose={onClose} />;
    case 'dispatch':
      return <DispatchForm set={set} onClose={onClose} />;
    case 'hand-out':
      return <HandOutForm set={set} onClose={onClose} />;
    case 'reroute':
      return <WayForm set={set} onClose={onClose} />;
    case 'remake':
      return <RemakeForm set={set} onClose={onClose} />;
    case 'withdraw':
    case 'cancel':
      return <ReasonForm set={set} act={act} onClose={onClose} />;
  }
}

type FormProps = Omit<ActModalProps, 'act'>;

function ReceiveForm({ set: { id, version }, onClose }: FormProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.receiveSet, {
    params: { id },
    initial: { version },
    done: t('done'),
    onDone: onClose,
  });
  return (
    <ContractForm form={form} submitLabel={t('do.receive')} onCancel={onClose}>
      {null}
    </ContractForm>
  );
}

function DispatchForm({ set: { id, version }, onClose }: FormProps) {
  const t = useWords(messages);
  const makers = useCall(routes.listMakers);
  const form = useContractForm(routes.dispatchSet, {
    params: { id },
    initial: { version },
    done: t('done'),
    onDone: onClose,
  });
  const options = (makers.data?.items ?? [])
    .filter(({ isActive }) => isActive)
    .map((maker) => ({ value: maker.id, label: maker.name }));
  return (
    <ContractForm form={form} submitLabel={t('do.dispatch')} onCancel={onClose}>
      <Field form={form} name="makerId" label={t('maker')}>
        <Select allowClear options={options} />
      </Field>
    </ContractForm>
  );
}

function HandOutForm({ set: { id, version }, onClose }: FormProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.handOutSet, {
    params: { id },
    initial: { version },
    done: t('done'),
    onDone: onClose,
  });
  return (
    <ContractForm form={form} submitLabel={t('do.hand-out')} onCancel={onClose}>
      <Field form={form} name="receivedBy" label={t('receiver')} />
      <Field form={form} name="signatureFileId" label={t('signature')}>
        <SignatureField />
      </Field>
    </ContractForm>
  );
}

function WayForm({ set: { id, version, way }, onClose }: FormProps) {
  const t = useWords(messages);
  const [chosen, choose] = useState<Way>(way === 'window' ? 'courier' : 'window');
  const form = useContractForm(routes.changeWay, {
    params: { id },
    initial: { version, way: chosen },
    toBody: ({ recipient, phone, address }) => ({
      version,
      way: chosen,
      delivery:
        chosen === 'window'
          ? null
          : { recipient: text(recipient), phone: text(phone), address: text(address) },
    }),
    done: t('done'),
    onDone: onClose,
  });
  return (
    <ContractForm form={form} submitLabel={t('do.reroute')} onCancel={onClose}>
      <Field form={form} name="way" label={t('way')}>
        <Select
          options={Way.options.map((value) => ({ value, label: t(`way.${value}`) }))}
          onChange={choose}
        />
      </Field>
      {chosen === 'courier' ? <DeliveryInputs /> : null}
    </ContractForm>
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Fields of the address, one name each: the body puts them together. */
function DeliveryInputs() {
  const t = useWords(messages);
  return (
    <>
      {(['recipient', 'phone', 'address'] as const).map((name) => (
        <PlainItem key={name} name={name} label={t(name)} />
      ))}
    </>
  );
}

function PlainItem({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <Form.Item name={name} label={label} required>
      <Input maxLength={120} autoComplete="off" />
    </Form.Item>
  );
}

function RemakeForm({ set: { id, version }, onClose }: FormProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const form = useContractForm(routes.remakeSet, {
    params: { id },
    initial: { version },
    done: t('done'),
    onDone: onClose,
  });
  const options = SealKind.options.map((value) => ({ value, label: say(sealKinds[value].title) }));
  return (
    <ContractForm form={form} submitLabel={t('do.remake')} onCancel={onClose}>
      <Field form={form} name="kinds" label={t('kinds')}>
        <Checkbox.Group options={options} />
      </Field>
      <Field form={form} name="reason" label={t('reason')}>
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Field>
    </ContractForm>
  );
}

function ReasonForm({
  set: { id, version },
  act,
  onClose,
}: FormProps & { readonly act: 'withdraw' | 'cancel' }) {
  const t = useWords(messages);
  const form = useContractForm(CONTRACTS[act], {
    params: { id },
    initial: { version },
    done: t('done'),
    onDone: onClose,
  });
  return (
    <ContractForm form={form} submitLabel={t(`do.${act}`)} onCancel={onClose}>
      <Field form={form} name="reason" label={t('reason')}>
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Field>
    </ContractForm>
  );
}
