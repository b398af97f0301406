import { Button } from 'antd';
import { useState } from 'react';

import { useMay } from '#web/client/index.ts';
import { DataTable, Field, FormDrawer, Page } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Office, permissions, routes } from '../../contract.ts';
import { ClosureButton } from '../parts/ClosureButton.tsx';
import { SheetsLink } from '../parts/SheetsLink.tsx';
import { RecordTag } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-names.ts';
import { useRecordForm } from '../parts/use-record-form.ts';
import { messages } from './messages.ts';

type Opened = Office | 'new' | undefined;

export function OfficesPage() {
  const t = useWords(messages);
  const [opened, open] = useState<Opened>();
  const mayManage = useMay()(permissions.manage);
  return (
    <Page
      title={t('offices')}
      description={t('officesHint')}
      actions={
        mayManage ? (
          <>
            <SheetsLink kind="offices" />
            <Button type="primary" onClick={() => open('new')}>
              {t('addOffice')}
            </Button>
          </>
        ) : null
      }
    >
      <OfficesTable onOpen={mayManage ? open : undefined} />
      {opened === undefined ? null : (
        <OfficeDrawer
          key={opened === 'new' ? 'new' : opened.id}
          office={opened === 'new' ? undefined : opened}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );
}

function OfficesTable({ onOpen }: { readonly onOpen: ((office: Office) => void) | undefined }) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  const closedOptions = [{ value: 'true', label: t('closedToo') }];
  return (
    <DataTable
      name="organisation.offices"
      contract={routes.listOffices}
      rowKey={(office) => office.id}
      {...(onOpen ? { onOpen } : {})}
      filters={[{ key: 'includeClosed', title: t('shown'), options: closedOptions }]}
      columns={[
        { key: 'name', title: t('name'), render: (office) => nameOf(office) },
        { key: 'code', title: t('code'), render: (office) => office.code },
        {
          key: 'duties',
          title: t('duties'),
          render: (office) => (t.language === 'zh-CN' ? office.dutiesZh : office.dutiesEn),
        },
        { key: 'state', title: t('state'), render: (office) => <RecordTag record={office} /> },
        ...(onOpen
          ? [
              {
                key: 'acts',
                title: t('acts'),
                render: (office: Office) => (
                  <ClosureButton register="Office" name={nameOf(office)} record={office} />
                ),
              },
            ]
          : []),
      ]}
      empty={{ title: t('none'), hint: t('noneHint') }}
    />
  );
}

function OfficeDrawer({
  office,
  onClose,
}: {
  readonly office: Office | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const form = useRecordForm(routes.createOffice, routes.changeOffice, {
    record: office,
    fresh: { dutiesZh: '', dutiesEn: '', order: 100 },
    onDone: onClose,
  });
  return (
    <FormDrawer
      form={form}
      title={t(office ? 'changeOffice' : 'addOffice')}
      isOpen
      onClose={onClose}
    >
      <Field form={form} name="code" label={t('code')} hint={t('codeHint')} />
      <Field form={form} name="nameZh" label={t('nameZh')} />
      <Field form={form} name="nameEn" label={t('nameEn')} />
      <Field form={form} name="dutiesZh" label={t('dutiesZh')} />
      <Field form={form} name="dutiesEn" label={t('dutiesEn')} />
      <Field form={form} name="order" label={t('order')} hint={t('orderHint')} />
    </FormDrawer>
  );
}
