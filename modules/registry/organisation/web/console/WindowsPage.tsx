import { Button } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { useMay } from '#web/client/index.ts';
import { DataTable, Page, TimeText, useFilters } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, type Window, WindowKind, WindowState } from '../../contract.ts';
import { WindowDrawer } from '../hall/WindowDrawer.tsx';
import { WindowForm } from '../hall/WindowForm.tsx';
import { messages as words } from '../parts/messages.ts';
import { SheetsLink } from '../parts/SheetsLink.tsx';
import { RecordTag, WindowStateTag } from '../parts/Tags.tsx';
import { useNameOf, useNames } from '../parts/use-names.ts';
import { messages } from './messages.ts';

const REFRESH_MS = 5000;

/** The site that is chosen above the table; a window is added there. */
const Filters = z.object({ siteId: z.uuid().optional() });

/** Every window with its state; a row opens the drawer in which the state is changed in place. */
export function WindowsPage() {
  const t = useWords(messages);
  const names = useNames();
  const [openedId, open] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const mayManage = useMay()(permissions.manage);
  const [filters] = useFilters(Filters);
  const siteId = filters.siteId ?? names.siteOptions[0]?.value;
  return (
    <Page
      title={t('windows')}
      description={t('windowsHint')}
      actions={
        mayManage ? (
          <>
            <SheetsLink kind="windows" />
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('addWindow')}
            </Button>
          </>
        ) : null
      }
    >
      <WindowsTable onOpen={(window) => open(window.id)} />
      {openedId === undefined ? null : (
        <WindowDrawer windowId={openedId} onClose={() => open(undefined)} />
      )}
      {isAdding && siteId !== undefined ? (
        <WindowForm window={undefined} siteId={siteId} onClose={() => setAdding(false)} />
      ) : null}
    </Page>
  );
}

function useFiltersOfWindows() {
  const t = useWords(messages);
  const w = useWords(words);
  const names = useNames();
  const stateOptions = WindowState.options.map((state) => ({
    value: state,
    label: w(`state.${state}`),
  }));
  const kindOptions = WindowKind.options.map((kind) => ({
    value: kind,
    label: w(`window.${kind}`),
  }));
  return [
    { key: 'siteId', title: t('site'), options: names.siteOptions },
    { key: 'zoneId', title: t('zone'), options: names.zoneOptions(undefined) },
    { key: 'state', title: t('state'), options: stateOptions },
    { key: 'kind', title: t('kind'), options: kindOptions },
    { key: 'departmentId', title: t('served'), options: names.departmentOptions },
    {
      key: 'includeClosed',
      title: t('shown'),
      options: [{ value: 'true', label: t('closedToo') }],
    },
  ] as const;
}

function WindowsTable({ onOpen }: { readonly onOpen: (window: Window) => void }) {
  const t = useWords(messages);
  const w = useWords(words);
  const names = useNames();
  const nameOf = useNameOf();
  return (
    <DataTable
      name="organisation.windows"
      contract={routes.listWindows}
      rowKey={(window) => window.id}
      onOpen={onOpen}
      refreshMs={REFRESH_MS}
      filters={useFiltersOfWindows()}
      columns={[
        { key: 'number', title: t('number'), align: 'end', render: (window) => window.number },
        { key: 'name', title: t('name'), render: (window) => nameOf(window) },
        {
          key: 'state',
          title: t('state'),
          render: (window) =>
            window.closedOn === null ? (
              <WindowStateTag state={window.state} />
            ) : (
              <RecordTag record={window} />
            ),
        },
        { key: 'reason', title: w('reason'), render: (window) => window.stateReason },
        { key: 'kind', title: t('kind'), render: (window) => w(`window.${window.kind}`) },
        { key: 'site', title: t('site'), render: (window) => names.name(window.siteId) },
        { key: 'zone', title: t('zone'), render: (window) => names.name(window.zoneId) },
        { key: 'served', title: t('served'), render: (window) => <Served window={window} /> },
        {
          key: 'since',
          title: t('stateSince'),
          isOptional: true,
          render: (window) => <TimeText at={window.stateSince} as="distance" />,
        },
        {
          key: 'accessible',
          title: t('accessible'),
          isOptional: true,
          render: (window) => (window.isAccessible ? t('accessibleYes') : ''),
        },
      ]}
      empty={{ title: t('none'), hint: t('noneHint') }}
    />
  );
}

const SHOWN = 2;

function Served({ window }: { readonly window: Window }) {
  const t = useWords(messages);
  const names = useNames();
  const all = window.departmentIds.map((id) => names.short(id));
  const separator = t.language === 'en' ? '; ' : '、';
  if (all.length <= SHOWN) return all.join(separator);
  return <span title={all.join(separator)}>{t('servedCount', { count: all.length })}</span>;
}
