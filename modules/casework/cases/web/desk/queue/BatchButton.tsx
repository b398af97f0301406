import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';

import { useAct, useMay } from '#web/client/index.ts';
import { ProblemNotice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Batch,
  type BatchResult,
  type CasePermission,
  type CaseSummary,
  permissions,
  routes,
} from '../../../contract.ts';
import { StaffPicker } from '../../parts/StaffPicker.tsx';
import { DEFAULT_REMEDY } from '../acts/official-texts.ts';
import { BatchResults } from './BatchResults.tsx';
import { messages } from './messages.ts';

type Row = Pick<CaseSummary, 'id' | 'version' | 'caseNo' | 'matterName'>;
type BatchAct = Batch['act'];
type Name = BatchAct['name'];
type Sent = z.input<typeof Batch>['act'];

const needs: Readonly<Record<Name, CasePermission>> = {
  take: 'examine',
  assign: 'assign',
  accept: 'accept',
  examine: 'examine',
  approve: 'decide',
  deny: 'decide',
  archive: 'archive',
};
const names = Object.keys(needs) as readonly Name[];

export interface BatchButtonProps {
  readonly rows: readonly Row[];
  readonly onDone: () => void;
}

/** One act on all chosen cases; what came of each is shown before the choice is given up. */
export function BatchButton({ rows, onDone }: BatchButtonProps) {
  const t = useWords(messages);
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const [results, setResults] = useState<readonly BatchResult[] | undefined>(undefined);
  const offered = names.filter((name) => may(permissions[needs[name]]));
  if (offered.length === 0) return null;
  const close = () => {
    setOpen(false);
    if (results !== undefined) onDone();
    setResults(undefined);
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('batch')}
      </Button>
      <Modal
        open={isOpen}
        title={results ? t('resultTitle') : t('batchTitle', { count: rows.length })}
        footer={null}
        onCancel={close}
        destroyOnHidden
        width={640}
      >
        {results === undefined ? (
          <BatchForm rows={rows} offered={offered} onResults={setResults} />
        ) : (
          <BatchResults rows={rows} results={results} onClose={close} />
        )}
      </Modal>
    </>
  );
}

interface Values {
  readonly name: Name;
  readonly handlerId?: string;
  readonly reason?: string;
  readonly remedy?: string;
  readonly opinion?: string;
  readonly passes?: boolean;
}

/** The act as the route takes it. */
function toAct(values: Values): Sent {
  const { name, handlerId = '', reason = '', remedy = '', opinion = '', passes = true } = values;
  switch (name) {
    case 'take':
    case 'archive':
      return { name };
    case 'assign':
      return { name, input: { handlerId, reason } };
    case 'accept':
      return { name, input: { mode: 'complete' } };
    case 'examine':
      return { name, input: { passes, opinion } };
    case 'approve':
      return { name, input: { reason } };
    case 'deny':
      return { name, input: { reason, remedy } };
  }
}

interface BatchFormProps {
  readonly rows: readonly Row[];
  readonly offered: readonly Name[];
  readonly onResults: (results: readonly BatchResult[]) => void;
}

function BatchForm({ rows, offered, onResults }: BatchFormProps) {
  const t = useWords(messages);
  const [form] = Form.useForm<Values>();
  const name = Form.useWatch('name', form) ?? offered[0];
  const act = useAct(routes.actOnMany, { onDone: ({ items }) => onResults(items) });
  const send = (values: Values) =>
    act.mutate({
      body: { cases: rows.map(({ id, version }) => ({ id, version })), act: toAct(values) },
    });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ name: offered[0], passes: true, remedy: DEFAULT_REMEDY }}
      onFinish={send}
      disabled={act.isPending}
    >
      <p className="ow-form-hint">{t('batchHint')}</p>
      <Form.Item<Values> name="name" label={t('batchAct')}>
        <Select options={offered.map((one) => ({ value: one, label: t(`batch.${one}`) }))} />
      </Form.Item>
      {name === undefined ? null : <ActFields name={name} />}
      <ProblemNotice problem={act.error} />
      <div className="ow-form-buttons">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {t('run')}
        </Button>
      </div>
    </Form>
  );
}

function ActFields({ name }: { readonly name: Name }) {
  const t = useWords(messages);
  const rules = [{ required: true, min: 2 }];
  return (
    <>
      {name === 'assign' ? (
        <Form.Item<Values> name="handlerId" label={t('to')} rules={[{ required: true }]}>
          <StaffPicker label={t('findStaff')} />
        </Form.Item>
      ) : null}
      {name === 'examine' ? (
        <>
          <Form.Item<Values> name="passes" label={t('passes')}>
            <Radio.Group
              options={[
                { value: true, label: t('pass') },
                { value: false, label: t('notPass') },
              ]}
            />
          </Form.Item>
          <Form.Item<Values> name="opinion" label={t('opinion')} rules={rules}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
          </Form.Item>
        </>
      ) : null}
      {name === 'deny' || name === 'approve' ? (
        <Form.Item<Values>
          name="reason"
          label={t('reason')}
          {...(name === 'deny' ? { rules } : {})}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
      ) : null}
      {name === 'deny' ? (
        <Form.Item<Values> name="remedy" label={t('remedy')} rules={rules}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
      ) : null}
    </>
  );
}
