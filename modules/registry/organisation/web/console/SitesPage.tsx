import { Button } from 'antd';
import { useState } from 'react';

import { useMay } from '#web/client/index.ts';
import { DataTable, Field, FormDrawer, Page } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Site, permissions, routes, SiteKind } from '../../contract.ts';
import { ClosureButton } from '../parts/ClosureButton.tsx';
import { messages as words } from '../parts/messages.ts';
import { SheetsLink } from '../parts/SheetsLink.tsx';
import { RecordTag } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-names.ts';
import { useRecordForm } from '../parts/use-record-form.ts';
import { messages } from './messages.ts';

type Opened = Site | 'new' | undefined;

export function SitesPage() {
  const t = useWords(messages);
  const [opened, open] = useState<Opened>();
  const mayManage = useMay()(permissions.manage);
  return (
    <Page
      title={t('sites')}
      description={t('sitesHint')}
      actions={
        mayManage ? (
          <>
            <SheetsLink kind="sites" />
            <Button type="primary" onClick={() => open('new')}>
              {t('addSite')}
            </Button>
          </>
        ) : null
      }
    >
      <SitesTable onOpen={mayManage ? open : undefined} />
      {opened === undefined ? null : (
        <SiteDrawer
          key={opened === 'new' ? 'new' : opened.id}
          site={opened === 'new' ? undefined : opened}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );
}

function SitesTable({ onOpen }: { readonly onOpen: ((site: Site) => void) | undefined }) {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const closedOptions = [{ value: 'true', label: t('closedToo') }];
  return (
    <DataTable
      name="organisation.sites"
      contract={routes.listSites}
      rowKey={(site) => site.id}
      {...(onOpen ? { onOpen } : {})}
      filters={[
        {
          key: 'kind',
          title: t('kind'),
          options: SiteKind.options.map((kind) => ({ value: kind, label: w(`site.${kind}`) })),
        },
        { key: 'includeClosed', title: t('shown'), options: closedOptions },
      ]}
      columns={[
        { key: 'name', title: t('name'), render: (site) => nameOf(site) },
        { key: 'code', title: t('code'), render: (site) => site.code },
        { key: 'kind', title: t('kind'), render: (site) => w(`site.${site.kind}`) },
        { key: 'address', title: t('address'), render: (site) => site.address },
        { key: 'phone', title: t('phone'), render: (site) => site.phone },
        {
          key: 'division',
          title: t('division'),
          isOptional: true,
          render: (site) => site.divisionCode,
        },
        { key: 'state', title: t('state'), render: (site) => <RecordTag record={site} /> },
        ...(onOpen
          ? [
              {
                key: 'acts',
                title: t('acts'),
                render: (site: Site) => (
                  <ClosureButton register="Site" name={nameOf(site)} record={site} />
                ),
              },
            ]
          : []),
      ]}
      empty={{ title: t('none'), hint: t('noneHint') }}
    />
  );
}

function SiteDrawer({
  site,
  onClose,
}: {
  readonly site: Site | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const w = useWords(words);
  const kindOptions = SiteKind.options.map((kind) => ({ value: kind, label: w(`site.${kind}`) }));
  const form = useRecordForm(routes.createSite, routes.changeSite, {
    record: site,
    fresh: { kind: 'town', address: '', phone: '', order: 100 },
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t(site ? 'changeSite' : 'addSite')} isOpen onClose={onClose}>
      <Field form={form} name="code" label={t('code')} hint={t('codeHint')} />
      <Field form={form} name="kind" label={t('kind')} options={kindOptions} />
      <Field form={form} name="nameZh" label={t('nameZh')} />
      <Field form={form} name="nameEn" label={t('nameEn')} />
      <Field form={form} name="divisionCode" label={t('division')} hint={t('divisionHint')} />
      <Field form={form} name="address" label={t('address')} />
      <Field form={form} name="phone" label={t('phone')} />
      <Field form={form} name="order" label={t('order')} hint={t('orderHint')} />
    </FormDrawer>
  );
}
