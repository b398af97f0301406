import { Button, Modal } from 'antd';
import { useState } from 'react';

import { Notice } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

interface Shown {
  readonly account: { readonly displayName: string; readonly loginName: string | null };
  readonly oneTimePassword: string | null;
}

/** A one-time password, shown this once. */
export function OneTimePassword({
  shown,
  onClose,
}: {
  readonly shown: Shown | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const [isCopied, setCopied] = useState(false);
  const password = shown?.oneTimePassword ?? null;
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Modal
      open={shown !== undefined}
      title={t('oneTimeFor', { name: shown?.account.displayName ?? '' })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      afterClose={() => setCopied(false)}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      {password === null ? (
        <Notice tone="warn" title={t('oneTimeGone')} />
      ) : (
        <div className="ow-step">
          <p>{t('oneTimeHint')}</p>
          <p>
            {t('loginName')} <code>{shown?.account.loginName}</code>
          </p>
          <div className="ow-one-time">
            <code>{password}</code>
            <Button onClick={() => void copy(password)}>{t(isCopied ? 'copied' : 'copy')}</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
