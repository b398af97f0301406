import { useEffect, useEffectEvent, useState } from 'react';

import type { Form } from '#modules/casework/matters/contract.ts';
import { FormFill } from '#modules/casework/matters/web/parts.ts';
import { SignSlot } from '#web/kit/staff/index.ts';

import { messages } from './messages.ts';

import './acts.css';

interface SignatureFieldProps {
  readonly caseId: string;
  readonly value?: string;
  readonly onChange?: (fileId: string | undefined) => void;
}

const text = (key: 'signature' | 'signHere') => ({
  zh: messages['zh-CN'][key],
  en: messages.en[key],
});

const FORM: Form = {
  sections: [
    {
      key: 'signature',
      title: text('signature'),
      fields: [{ kind: 'signature', key: 'signature', label: text('signHere'), required: false }],
    },
  ],
};

/** A pad to sign on by pen, finger or mouse, here or on the device of the window; its value is the stored picture. */
export function SignatureField({ caseId, value, onChange }: SignatureFieldProps) {
  const take = useEffectEvent((fileId: string) => onChange?.(fileId));
  const [signed, setSigned] = useState<string>();
  useEffect(() => {
    if (signed !== undefined) take(signed);
  }, [signed]);
  return (
    <>
      <SignSlot caseId={caseId} documentId={null} onSigned={setSigned} />
      <div className="ow-acts-signature">
        <FormFill
          form={FORM}
          answers={{}}
          values={value === undefined ? {} : { signature: value }}
          signaturePurpose="cases.signature"
          onChange={({ signature }) =>
            onChange?.(typeof signature === 'string' ? signature : undefined)
          }
        />
      </div>
    </>
  );
}
