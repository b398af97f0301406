import { Button, Dropdown } from 'antd';
import { useState } from 'react';

import { useMay } from '#web/client/index.ts';
import { Field, FormDrawer, useContractForm, useGo } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Contract, ContractEventKind, permissions, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { FileField } from './making/SettlingFields.tsx';

type Drawer = 'event' | 'publication';

/** What can be done with a contract now, by who prepares documents. */
export function ContractActs({ contract }: { readonly contract: Contract }) {
  const t = useWords(messages);
  const may = useMay();
  const go = useGo();
  const [drawer, setDrawer] = useState<Drawer>();
  if (!may(permissions.prepare)) return null;
  const isRunning = contract.state === 'running';
  const make = (kind: string) =>
    go('/contracts/documents/new', { search: { kind, contract: contract.id } });
  const close = () => setDrawer(undefined);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'event', label: t('recordEvent'), disabled: !isRunning },
            { key: 'publication', label: t('recordPublication') },
            { key: 'closure', label: t('close'), disabled: !isRunning },
          ],
          onClick: ({ key }) =>
            key === 'closure'
              ? make('closure')
              : setDrawer(key === 'event' ? 'event' : 'publication'),
        }}
      >
        <Button aria-haspopup="menu">{t('moreActs')}</Button>
      </Dropdown>
      <Button onClick={() => make('payment')}>{t('pay')}</Button>
      <Button type="primary" disabled={!isRunning} onClick={() => make('settlement')}>
        {t('settle')}
      </Button>
      {/* Mounted anew for each opening and each version: it begins with the contract as it is. */}
      {drawer === 'event' ? <EventDrawer contract={contract} onClose={close} /> : null}
      {drawer === 'publication' ? <PublicationDrawer contract={contract} onClose={close} /> : null}
    </>
  );
}

interface DrawerProps {
  readonly contract: Contract;
  readonly onClose: () => void;
}

/** A dated fact with its evidence: what instalments wait for. */
function EventDrawer({ contract, onClose }: DrawerProps) {
  const t = useWords(messages);
  const recorded = new Set(contract.events.map((one) => one.kind));
  const open = ContractEventKind.options.filter((one) => !recorded.has(one));
  const form = useContractForm(routes.recordEvent, {
    params: { id: contract.id },
    done: t('saved'),
    onDone: onClose,
  });
  return (
    <FormDrawer
      form={form}
      title={t('recordEvent')}
      isOpen
      onClose={onClose}
      submitLabel={t('recordEvent')}
    >
      <p className="ow-form-hint">{t('recordEventHint')}</p>
      <Field
        form={form}
        name="kind"
        label={t('kind')}
        options={open.map((value) => ({ value, label: t(`event.${value}`) }))}
      />
      <Field form={form} name="day" label={t('day')} />
      <Field form={form} name="evidence" label={t('evidence')} />
      <Field form={form} name="fileId" label={t('evidenceFile')}>
        <FileField purpose="contracts.evidence" label={t('evidenceUpload')} />
      </Field>
    </FormDrawer>
  );
}

/** Where and when the contract was published. */
function PublicationDrawer({ contract, onClose }: DrawerProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.recordPublication, {
    params: { id: contract.id },
    initial: { version: contract.version },
    done: t('saved'),
    onDone: onClose,
  });
  return (
    <FormDrawer
      form={form}
      title={t('recordPublication')}
      isOpen
      onClose={onClose}
      submitLabel={t('recordPublication')}
    >
      <p className="ow-form-hint">{t('recordPublicationHint', { day: contract.publishBy })}</p>
      <Field form={form} name="publishedOn" label={t('publishedOn')} />
      <Field form={form} name="address" label={t('publishedAt')} placeholder="https://" />
    </FormDrawer>
  );
}
