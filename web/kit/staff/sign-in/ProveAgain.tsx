import { Button, Form, Input, Modal, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';

import type { FreshProof } from '#kernel/access/contract-session.ts';
import { routes } from '#kernel/access/contract.ts';

import { call } from '../../../client/call.ts';
import { onProofNeeded } from '../../../client/send.ts';
import { useSession } from '../../../client/session.tsx';
import { useWords } from '../../words.ts';
import { CodeForm } from './CodeForm.tsx';
import { messages } from './messages.ts';
import { browserHasPasskeys, provePasskey } from './passkey.ts';
import { StepFrame } from './StepFrame.tsx';
import { useStep } from './use-step.ts';

type Way = 'password' | 'code' | 'passkey';

/** A sensitive act wants a fresh proof of who one is: asks over the page, then the act goes on by itself. */
export function ProveAgain() {
  const t = useWords(messages);
  const resolve = useRef<((isDone: boolean) => void) | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    onProofNeeded(() => {
      setOpen(true);
      return new Promise<boolean>((done) => {
        resolve.current = done;
      });
    });
    return () => onProofNeeded(undefined);
  }, []);
  const close = (isDone: boolean) => {
    setOpen(false);
    resolve.current?.(isDone);
  };
  return (
    <Modal
      open={isOpen}
      title={t('proof')}
      footer={null}
      width={440}
      zIndex={1900}
      destroyOnHidden
      onCancel={() => close(false)}
    >
      <Proof onDone={() => close(true)} />
    </Modal>
  );
}

function Proof({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(messages);
  const { session, take } = useSession();
  const { isBusy, problem, note, attempt } = useStep();
  const [way, setWay] = useState<Way>('password');
  const give = async (body: FreshProof) => {
    take(await call(routes.giveProof, { body, asksToSignIn: false }));
    onDone();
  };
  const ways: readonly Way[] =
    session.passkeysAvailable && browserHasPasskeys()
      ? ['password', 'code', 'passkey']
      : ['password', 'code'];
  const names = { password: 'usePassword', code: 'useCode', passkey: 'usePasskey' } as const;
  return (
    <StepFrame hint={t('proofHint')} problem={problem} note={note}>
      <Segmented<Way>
        block
        value={way}
        options={ways.map((one) => ({ value: one, label: t(names[one]) }))}
        onChange={setWay}
      />
      {way === 'password' ? (
        <PasswordForm
          isBusy={isBusy}
          onPassword={(password) => attempt(() => give({ password }))}
        />
      ) : null}
      {way === 'code' ? (
        <CodeForm isBusy={isBusy} onCode={(code) => attempt(() => give({ code }))} />
      ) : null}
      {way === 'passkey' ? (
        <Button
          type="primary"
          size="large"
          block
          loading={isBusy}
          onClick={() => attempt(async () => give(await provePasskey()))}
        >
          {t('passkeyAsk')}
        </Button>
      ) : null}
    </StepFrame>
  );
}

interface PasswordFormProps {
  readonly isBusy: boolean;
  readonly onPassword: (password: string) => void;
}

function PasswordForm({ isBusy, onPassword }: PasswordFormProps) {
  const t = useWords(messages);
  return (
    <Form<{ password: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ password }) => onPassword(password)}
    >
      <Form.Item name="password" label={t('password')} rules={[{ required: true }]}>
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" size="large" block htmlType="submit" loading={isBusy}>
        {t('confirm')}
      </Button>
    </Form>
  );
}
