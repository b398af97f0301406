import { AutoComplete, Button, Form, Input } from 'antd';

import type { AuditFilter } from '#kernel/audit/contract.ts';

import { InstantField, useLanguage } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { listActNames } from '../names/act-names.ts';
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
            {controlOf(name)}
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

function controlOf(name: Names) {
  if (name === 'from' || name === 'to') return <InstantField />;
  return name === 'act' ? <ActField /> : <Input allowClear />;
}

interface ActFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** An act by its words or by how its name begins. */
function ActField(props: ActFieldProps) {
  const { say } = useLanguage();
  const options = listActNames().map(({ act, words }) => ({
    value: act,
    label: `${say(words)} ${act}`,
  }));
  return (
    <AutoComplete
      {...props}
      allowClear
      options={options}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: (text, option) => option?.label.includes(text) ?? false }}
    />
  );
}
