import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';

import { useMay } from '#web/client/index.ts';
import {
  DataTable,
  Page,
  ProblemNotice,
  RowTable,
  Section,
  useGo,
  useHasPage,
  useKey,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Found,
  PartyKind,
  type PartySummary,
  permissions,
  routes,
  Verification,
} from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { PartyTags } from '../parts/PartyTags.tsx';
import { messages } from './messages.ts';
import { type PartySearch, usePartySearch } from './use-party-search.ts';

/** One box for numbers, telephones and names; below it the register, masked. */
export function SearchPage() {
  const t = useWords(messages);
  const go = useGo();
  const may = useMay();
  const hasPage = useHasPage();
  const search = usePartySearch();
  return (
    <Page
      title={t('parties')}
      description={t('partiesHint')}
      actions={
        <>
          {may(permissions.reveal) && hasPage('/imports/$importer') ? (
            <Button onClick={() => go('/imports/parties.parties')}>{t('sheets')}</Button>
          ) : null}
          {may(permissions.register) ? (
            <Button type="primary" onClick={() => go('/parties/register')}>
              {t('register')}
            </Button>
          ) : null}
        </>
      }
    >
      <SearchBox search={search} />
      <ProblemNotice problem={search.problem} />
      {search.found === undefined ? <Register /> : <Hits search={search} found={search.found} />}
    </Page>
  );
}

function SearchBox({ search }: { readonly search: PartySearch }) {
  const t = useWords(messages);
  const box = useRef<InputRef>(null);
  const [text, setText] = useState('');
  useKey({ keys: 'F2 /', does: { 'zh-CN': '定位到查询框', en: 'Go to the search box' } }, () =>
    box.current?.focus({ cursor: 'all' }),
  );
  return (
    <search>
      <Input.Search
        ref={box}
        allowClear
        size="large"
        autoComplete="off"
        value={text}
        aria-label={t('searchLabel')}
        placeholder={t('searchLabel')}
        enterButton={t('search')}
        loading={search.isBusy}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value === '') search.clear();
        }}
        onSearch={(value) => {
          if (value.trim() !== '') search.search(value);
        }}
      />
    </search>
  );
}

function useColumns() {
  const t = useWords(messages);
  const w = useWords(words);
  return [
    { key: 'name', title: t('name'), render: (row: PartySummary) => row.name },
    { key: 'kind', title: t('kind'), render: (row: PartySummary) => w(`kind.${row.kind}`) },
    {
      key: 'paper',
      title: t('paper'),
      render: (row: PartySummary) =>
        row.identifier === null
          ? w('none')
          : `${w(`paper.${row.identifier.kind}`)} ${row.identifier.masked}`,
    },
    { key: 'phone', title: t('phone'), render: (row: PartySummary) => row.phone ?? w('none') },
    {
      key: 'state',
      title: t('state'),
      render: (row: PartySummary) => <PartyTags party={row} />,
    },
    { key: 'no', title: t('no'), render: (row: PartySummary) => row.partyNo },
  ];
}

function Hits({ search, found }: { readonly search: PartySearch; readonly found: Found }) {
  const t = useWords(messages);
  const columns = useColumns();
  return (
    <Section title={t('found')} actions={<Button onClick={search.clear}>{t('again')}</Button>}>
      <RowTable
        label={t('found')}
        rows={found.items}
        rowKey={(row) => row.id}
        rowTo={(row) => `/parties/${row.id}`}
        columns={columns}
        empty={{ title: t('foundNone'), hint: t('foundNoneHint') }}
      />
      {search.more === undefined ? null : (
        <Button onClick={search.more} loading={search.isBusy}>
          {t('more')}
        </Button>
      )}
    </Section>
  );
}

function Register() {
  const t = useWords(messages);
  const w = useWords(words);
  const columns = useColumns();
  return (
    <DataTable
      name="parties.parties"
      contract={routes.listParties}
      rowKey={(row) => row.id}
      rowTo={(row) => `/parties/${row.id}`}
      isSearched={false}
      filters={[
        {
          key: 'kind',
          title: t('kind'),
          options: PartyKind.options.map((kind) => ({ value: kind, label: w(`kind.${kind}`) })),
        },
        {
          key: 'verification',
          title: t('state'),
          options: Verification.options.map((level) => ({
            value: level,
            label: w(`level.${level}`),
          })),
        },
      ]}
      columns={columns}
      empty={{ title: t('noneYet'), hint: t('noneYetHint') }}
    />
  );
}
