import { Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { useLive, useMay } from '#web/client/index.ts';
import {
  ContractForm,
  DataTable,
  Field,
  formatDay,
  Page,
  useContractForm,
  useFilters,
  useGo,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { LIVE, permissions, routes, SetList, SetState, stateWords } from '../../contract.ts';
import { SetTag } from '../parts/SetTag.tsx';
import { messages } from './messages.ts';

import '../parts/seals.css';

const Filters = z.object({ list: SetList.optional() });

/** Sets of seals: what waits at this desk first. */
export function SetsPage() {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  const may = useMay();
  const [{ list = 'open' }, setFilters] = useFilters(Filters);
  const [isOpen, setOpen] = useState(false);
  useLive([LIVE]);
  return (
    <Page
      title={t('sets')}
      description={t('setsHint')}
      actions={
        may(permissions.handle) ? (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('claimFor')}
          </Button>
        ) : null
      }
    >
      <Segmented
        aria-label={t('list')}
        value={list}
        options={SetList.options.map((value) => ({ value, label: t(`list.${value}`) }))}
        onChange={(value) => setFilters({ list: value })}
        style={{ marginBottom: 16, alignSelf: 'start' }}
      />
      <DataTable
        key={list}
        name="seals.sets"
        contract={routes.listSets}
        query={{ list }}
        rowKey={(row) => row.id}
        rowTo={(row) => `/seals/${row.id}`}
        searchHint={t('search')}
        exportContract={routes.exportSets}
        filters={[
          {
            key: 'state',
            title: t('state'),
            options: SetState.options.map((value) => ({ value, label: say(stateWords[value]) })),
          },
        ]}
        columns={[
          { key: 'number', title: t('number'), width: '150px', render: (row) => row.number },
          { key: 'firm', title: t('firm'), render: (row) => row.firmName },
          {
            key: 'licensedOn',
            title: t('licensedOn'),
            render: (row) => formatDay(row.licensedOn, language),
          },
          { key: 'maker', title: t('maker'), render: (row) => row.makerName },
          {
            key: 'due',
            title: t('due'),
            render: (row) => (row.dueOn === null ? '' : formatDay(row.dueOn, language)),
          },
          { key: 'state', title: t('state'), render: (row) => <SetTag set={row} /> },
        ]}
        empty={{
          title: t(`none.${list}`),
          hint: t(list === 'overdue' ? 'noneOverdueHint' : 'noneHint'),
        }}
      />
      <Modal
        open={isOpen}
        title={t('claimFor')}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <ClaimForm onClose={() => setOpen(false)} />
      </Modal>
    </Page>
  );
}

function ClaimForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(messages);
  const go = useGo();
  const form = useContractForm(routes.claimFor, {
    initial: { way: 'window' },

    done: t('done'),
    onDone: (set) => go(`/seals/${set.id}`),
  });
  return (
    <ContractForm form={form} submitLabel={t('claimFor')} onCancel={onClose}>
      <Field form={form} name="creditCode" label={t('creditCode')} hint={t('creditCodeHint')}>
        <Input maxLength={18} autoComplete="off" />
      </Field>
    </ContractForm>
  );
}
