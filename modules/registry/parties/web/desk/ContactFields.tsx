import { Form, Input } from 'antd';

import { OptionalLabel } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { ContactKind } from '../../contract.ts';
import { messages } from './messages.ts';

/** One field for each kind of contact that is asked for at registration. */
export function ContactFields({ kinds }: { readonly kinds: readonly ContactKind[] }) {
  const t = useWords(messages);
  return kinds.map((kind) => (
    <Form.Item key={kind} name={kind} label={<OptionalLabel label={t(kind)} />}>
      <Input
        autoComplete="off"
        inputMode={kind === 'mobile' || kind === 'landline' ? 'tel' : 'text'}
      />
    </Form.Item>
  ));
}
