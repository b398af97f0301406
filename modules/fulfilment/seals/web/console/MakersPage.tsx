import { Button } from 'antd';
import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import {
  Field,
  FormDrawer,
  Page,
  RowTable,
  StatusTag,
  useContractForm,
  useGo,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Maker, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** The makers: their part, what they have in hand, and whether they get work. */
export function MakersPage() {
  const t = useWords(messages);
  const go = useGo();
  const makers = useCall(routes.listMakers);
  const [opened, open] = useState<Maker | 'new' | undefined>(undefined);
  return (
    <Page
      title={t('makers')}
      description={t('makersHint')}
      actions={
        <>
          <Button onClick={() => go('/imports/seals.makers')}>{t('sheets')}</Button>
          <Button type="primary" onClick={() => open('new')}>
            {t('addMaker')}
          </Button>
        </>
      }
    >
      <WithAnswer answer={makers}>
        {({ items }) => <Makers items={items} onOpen={open} />}
      </WithAnswer>
      {opened === 'new' ? <NewForm onClose={() => open(undefined)} /> : null}
      {opened === undefined || opened === 'new' ? null : (
        <ChangeForm key={opened.id} maker={opened} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}

interface MakersProps {
  readonly items: readonly Maker[];
  readonly onOpen: (maker: Maker) => void;
}

function Makers({ items, onOpen }: MakersProps) {
  const t = useWords(messages);
  const figures = (
    [
      ['quota', 'quota'],
      ['given', 'givenThisMonth'],
      ['capacity', 'dailyCapacity'],
      ['open', 'open'],
      ['overdue', 'overdue'],
      ['remakes', 'remakes'],
    ] as const
  ).map(([title, key]) => ({
    key,
    title: t(title),
    align: 'end' as const,
    render: (row: Maker) => row[key],
  }));
  return (
    <RowTable
      label={t('makers')}
      rows={items}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', title: t('name'), render: (row) => row.name },
        { key: 'code', title: t('policeCode'), render: (row) => row.policeCode },
        ...figures,
        {
          key: 'state',
          title: t('state'),
          render: (row) => (
            <StatusTag tone={row.isActive ? 'good' : 'idle'}>
              {t(row.isActive ? 'active' : 'stopped')}
            </StatusTag>
          ),
        },
        {
          key: 'acts',
          title: t('acts'),
          render: (row) => (
            <Button size="small" onClick={() => onOpen(row)}>
              {t('changeMaker')}
            </Button>
          ),
        },
      ]}
      empty={{ title: t('makersNone') }}
    />
  );
}

const LABELS = {
  policeCode: 'policeCode',
  phone: 'phone',
  quota: 'quota',
  dailyCapacity: 'capacity',
  promiseHours: 'promise',
  isActive: 'isActive',
  reason: 'reason',
} as const;
const NAMES = Object.keys(LABELS) as ReadonlyArray<keyof typeof LABELS>;

function NewForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(messages);
  const form = useContractForm(routes.createMaker, {
    initial: { quota: 1, dailyCapacity: 50, promiseHours: 8, isActive: true },
    done: t('saved'),
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('addMaker')} isOpen onClose={onClose}>
      <Field form={form} name="creditCode" label={t('creditCode')} />
      {NAMES.map((name) => (
        <Field key={name} form={form} name={name} label={t(LABELS[name])} />
      ))}
    </FormDrawer>
  );
}

function ChangeForm({ maker, onClose }: { readonly maker: Maker; readonly onClose: () => void }) {
  const t = useWords(messages);
  const { policeCode, phone, quota, dailyCapacity, promiseHours, isActive, reason, version } =
    maker;
  const form = useContractForm(routes.changeMaker, {
    params: { id: maker.id },
    initial: { policeCode, phone, quota, dailyCapacity, promiseHours, isActive, reason, version },
    done: t('saved'),
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={maker.name} isOpen onClose={onClose}>
      {NAMES.map((name) => (
        <Field key={name} form={form} name={name} label={t(LABELS[name])} />
      ))}
    </FormDrawer>
  );
}
