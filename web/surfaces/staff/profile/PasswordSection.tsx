import { Button, Form, Input } from 'antd';

import { routes } from '#kernel/access/contract.ts';

import { useAct, useSession } from '../../../client/index.ts';
import { ProblemNotice, Section, useTell } from '../../../kit/staff/index.ts';
import { NewPasswordFields } from '../../../kit/staff/sign-in/NewPasswordFields.tsx';
import { useWords } from '../../../kit/words.ts';
import { messages } from './messages.ts';

interface Typed {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changes the password; every other session ends. */
export function PasswordSection() {
  const t = useWords(messages);
  const tell = useTell();
  const { session, refresh } = useSession();
  const [form] = Form.useForm<Typed>();
  const change = useAct(routes.changePassword, {
    onDone: () => {
      form.resetFields();
      tell.done(t('passwordChanged'));
      void refresh();
    },
  });
  const send = ({ currentPassword, newPassword }: Typed) =>
    change.mutate({ body: { currentPassword, newPassword } });
  return (
    <Section title={t('password')} description={t('passwordHint')}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="ow-form-small"
        onFinish={send}
      >
        <input hidden readOnly autoComplete="username" value={session.actor.name} />
        <Form.Item name="currentPassword" label={t('currentPassword')} rules={[{ required: true }]}>
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        <NewPasswordFields />
        <ProblemNotice problem={change.error} />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('password')}
        </Button>
      </Form>
    </Section>
  );
}
