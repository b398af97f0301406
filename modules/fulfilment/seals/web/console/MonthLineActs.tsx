import { Button, Input, Modal, Space } from 'antd';

import { ContractForm, Field, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Line, routes } from '../../contract.ts';
import { messages } from './messages.ts';

export type Act = 'doDispute' | 'doKeep' | 'doDrop';

export function LineActs({
  line,
  onAct,
}: {
  readonly line: Line;
  readonly onAct: (act: Act) => void;
}) {
  const t = useWords(messages);
  const acts: readonly Act[] = line.dispute === 'disputed' ? ['doKeep', 'doDrop'] : ['doDispute'];
  return (
    <Space size="small" wrap>
      {acts.map((act) => (
        <Button key={act} size="small" onClick={() => onAct(act)}>
          {t(act)}
        </Button>
      ))}
    </Space>
  );
}

interface ActModalProps {
  readonly month: string;
  readonly line: Line;
  readonly act: Act;
  readonly onClose: () => void;
}

export function ActModal({ month, line, act, onClose }: ActModalProps) {
  const t = useWords(messages);
  return (
    <Modal open title={`${t(act)} ${line.setNumber}`} footer={null} onCancel={onClose}>
      {act === 'doDispute' ? (
        <DisputeForm month={month} line={line} onClose={onClose} />
      ) : (
        <JudgeForm month={month} line={line} keeps={act === 'doKeep'} onClose={onClose} />
      )}
    </Modal>
  );
}

type LineFormProps = Omit<ActModalProps, 'act'>;

function DisputeForm({ month, line, onClose }: LineFormProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.disputeLine, {
    params: { month, setId: line.setId },
    done: t('done'),
    onDone: onClose,
  });
  return (
    <ContractForm form={form} submitLabel={t('doDispute')} onCancel={onClose}>
      <Field form={form} name="reason" label={t('reason')}>
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Field>
    </ContractForm>
  );
}

function JudgeForm({ month, line, keeps, onClose }: LineFormProps & { readonly keeps: boolean }) {
  const t = useWords(messages);
  const form = useContractForm(routes.judgeLine, {
    params: { month, setId: line.setId },
    initial: { keeps },
    done: t('done'),
    onDone: onClose,
  });
  return (
    <ContractForm form={form} submitLabel={t(keeps ? 'doKeep' : 'doDrop')} onCancel={onClose}>
      <Field form={form} name="reason" label={t('reason')}>
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Field>
    </ContractForm>
  );
}
