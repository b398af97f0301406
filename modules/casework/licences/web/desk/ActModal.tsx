import { Input, Modal } from 'antd';

import { ContractForm, Field, Notice, useContractForm, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Ground,
  grounds,
  groundsFor,
  type Licence,
  routes,
  type StateAct,
} from '../../contract.ts';
import { messages } from './messages.ts';

import './desk.css';

interface ActModalProps {
  readonly licence: Licence;
  readonly act: StateAct;
  readonly onClose: () => void;
}

/** Asks for ground and reason, and says what follows, before a state is changed. */
export function ActModal({ licence, act, onClose }: ActModalProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const what = t(`do.${act}`);
  const form = useContractForm(routes[act], {
    params: { id: licence.id },
    initial: { version: licence.version },
    toBody: (values) => ({ ...values, version: licence.version }) as never,
    done: t('done', { what }),
    onDone: onClose,
  });
  const suits = (ground: Ground) => {
    if (act !== 'cancel') return true;
    if (licence.state === 'revoked') return ground === 'revoked-or-withdrawn';
    return ground !== 'not-renewed' || licence.state === 'expired';
  };
  return (
    <Modal open title={what} footer={null} destroyOnHidden onCancel={onClose}>
      <div className="ow-lic-ask">
        <Notice tone={act === 'resume' ? 'busy' : 'warn'} title={t(`ask.${act}`)} />
      </div>
      <ContractForm form={form} submitLabel={t('confirm', { what })} onCancel={onClose}>
        <Field
          form={form}
          name="ground"
          label={t('ground')}
          options={groundsFor(act)
            .filter(suits)
            .map((ground) => ({
              value: ground,
              label: `${say(grounds[ground].says)}（${say(grounds[ground].article)}）`,
            }))}
        />
        <Field form={form} name="reason" label={t('reason')}>
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Field>
      </ContractForm>
    </Modal>
  );
}
