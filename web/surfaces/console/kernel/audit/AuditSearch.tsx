import { Button, Form, Input } from 'antd';

import type { AuditFilter } from '#kernel/audit/contract.ts';

import { InstantField } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

type Names = keyof AuditFilter;
const names: readonly Names[] = [
  'from',
  'to',
  'act',
  'actorId',
  'subjectKind',
  'subjectId',
  'text',
];
const none = Object.fromEntries(names.map((name) => [name, undefined])) as Record<Names, undefined>;

interface AuditSearchProps {
  readonly filter: AuditFilter;
  readonly onSearch: (filter: { readonly [N in Names]: string | undefined }) => void;
}

/** The conditions of a search. It starts by a button, since every search is itself an entry of the log. */
export function AuditSearch({ filter, onSearch }: AuditSearchProps) {
  const t = useWords(messages);
  const [form] = Form.useForm<AuditFilter>();
  const submit = (typed: AuditFilter) => {
    const given = Object.entries(typed).filter(
      ([, value]) => typeof value === 'string' && value.trim() !== '',
    );
    onSearch({ ...none, ...Object.fromEntries(given) });
  };
  const clear = () => {
    form.setFieldsValue(none);
    onSearch(none);
  };
  return (
    <search className="ow-section">
      <Form<AuditFilter>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={filter}
        onFinish={submit}
        className="ow-search-form"
      >
        {names.map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(name)}
            extra={name === 'act' ? t('actHint') : undefined}
          >
            {name === 'from' || name === 'to' ? <InstantField /> : <Input allowClear />}
          </Form.Item>
        ))}
        <div className="ow-form-buttons">
          <Button type="primary" htmlType="submit">
            {t('search')}
          </Button>
          <Button onClick={clear}>{t('clear')}</Button>
        </div>
      </Form>
    </search>
  );
}
