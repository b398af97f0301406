import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';

import { Notice } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { readYear } from './year-draft.ts';

interface PasteNoticeProps {
  readonly onRead: (read: NonNullable<ReturnType<typeof readYear>>) => void;
  readonly onClose: () => void;
}

/** Takes a notice or JSON as text or file, and reads the year and its days from it. */
export function PasteNotice({ onRead, onClose }: PasteNoticeProps) {
  const t = useWords(messages);
  const [text, setText] = useState('');
  const [isUnread, setUnread] = useState(false);
  const id = useId();
  const read = () => {
    const found = readYear(text);
    setUnread(found === undefined);
    if (found !== undefined) onRead(found);
  };
  return (
    <Modal
      open
      title={t('paste')}
      okText={t('read')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: text.trim() === '' }}
      onOk={read}
      onCancel={onClose}
    >
      <p className="ow-form-hint">{t('pasteHint')}</p>
      <label htmlFor={id}>{t('pasteLabel')}</label>
      <Input.TextArea
        id={id}
        value={text}
        autoSize={{ minRows: 8, maxRows: 16 }}
        onChange={(event) => setText(event.target.value)}
      />
      <FileChoice onText={setText} />
      {isUnread ? <Notice tone="bad" title={t('notRead')} /> : null}
    </Modal>
  );
}

function FileChoice({ onText }: { readonly onText: (text: string) => void }) {
  const t = useWords(messages);
  const id = useId();
  return (
    <>
      <input
        id={id}
        type="file"
        hidden
        accept=".json,.txt,application/json,text/plain"
        aria-label={t('chooseFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void file.text().then(onText);
        }}
      />
      <Button size="small" onClick={() => document.getElementById(id)?.click()}>
        {t('chooseFile')}
      </Button>
    </>
  );
}
