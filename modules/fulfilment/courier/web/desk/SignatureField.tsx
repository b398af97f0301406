import type { Form } from '#modules/casework/matters/contract.ts';
import { FormFill } from '#modules/casework/matters/web/parts.ts';

import { messages } from '../messages.ts';

interface SignatureFieldProps {
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

/** A pad to sign on by pen, finger or mouse; its value is the stored picture. */
export function SignatureField({ value, onChange }: SignatureFieldProps) {
  return (
    <FormFill
      form={FORM}
      answers={{}}
      values={value === undefined ? {} : { signature: value }}
      signaturePurpose="courier.signature"
      onChange={({ signature }) =>
        onChange?.(typeof signature === 'string' ? signature : undefined)
      }
    />
  );
}
