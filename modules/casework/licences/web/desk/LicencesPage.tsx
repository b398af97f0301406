import { Button, Input } from 'antd';
import { useState } from 'react';

import { useAct, useCall, useMay } from '#web/client/index.ts';
import {
  DataTable,
  formatDay,
  Page,
  ProblemNotice,
  RowTable,
  Section,
  useGo,
  useKey,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { LicenceState, type LicenceSummary, permissions, routes } from '../../contract.ts';
import { LicenceTag } from '../parts/LicenceTag.tsx';
import { messages as words } from '../parts/messages.ts';
import { messages } from './messages.ts';

/** One box for whatever a clerk has of a licence; below it the list. */
export function LicencesPage() {
  const t = useWords(messages);
  const go = useGo();
  const may = useMay();
  const search = useAct(routes.searchLicences);
  const { data, error, isPending, mutate, reset } = search;
  return (
    <Page
      title={t('licences')}
      description={t('licencesHint')}
      actions={
        may(permissions.verify) ? (
          <Button type="primary" onClick={() => go('/licences/verify')}>
            {t('verify')}
          </Button>
        ) : null
      }
    >
      <SearchBox
        isBusy={isPending}
        onSearch={(text) => mutate({ body: { text } })}
        onClear={reset}
      />
      <ProblemNotice problem={error} />
      {data === undefined ? <Register /> : <Hits items={data.items} onClear={reset} />}
    </Page>
  );
}

interface SearchBoxProps {
  readonly isBusy: boolean;
  readonly onSearch: (text: string) => void;
  readonly onClear: () => void;
}

function SearchBox({ isBusy, onSearch, onClear }: SearchBoxProps) {
  const t = useWords(messages);
  const [text, setText] = useState('');
  useKey({ keys: 'F2 /', does: { 'zh-CN': '定位到查询框', en: 'Go to the search box' } }, () =>
    document.querySelector<HTMLInputElement>('search input')?.focus(),
  );
  return (
    <search>
      <Input.Search
        allowClear
        size="large"
        autoComplete="off"
        value={text}
        aria-label={t('searchLabel')}
        placeholder={t('searchLabel')}
        enterButton={t('search')}
        loading={isBusy}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value === '') onClear();
        }}
        onSearch={(value) => {
          if (value.trim() !== '') onSearch(value.trim());
        }}
      />
    </search>
  );
}

function useColumns() {
  const t = useWords(messages);
  const w = useWords(words);
  const { say, language } = useLanguage();
  return [
    { key: 'kind', title: t('kind'), render: (row: LicenceSummary) => say(row.kind.name) },
    { key: 'number', title: w('number'), render: (row: LicenceSummary) => row.number },
    { key: 'holder', title: w('holder'), render: (row: LicenceSummary) => row.holder.name },
    {
      key: 'state',
      title: t('state'),
      width: '7rem',
      render: (row: LicenceSummary) => <LicenceTag state={row.state} />,
    },
    {
      key: 'until',
      title: w('validity'),
      width: '9rem',
      render: (row: LicenceSummary) =>
        row.validUntil === null ? w('longTerm') : formatDay(row.validUntil, language),
    },
    {
      key: 'authority',
      title: t('department'),
      render: (row: LicenceSummary) => say(row.authority),
    },
  ];
}

interface HitsProps {
  readonly items: readonly LicenceSummary[];
  readonly onClear: () => void;
}

function Hits({ items, onClear }: HitsProps) {
  const t = useWords(messages);
  const columns = useColumns();
  return (
    <Section title={t('found')} actions={<Button onClick={onClear}>{t('again')}</Button>}>
      <RowTable
        label={t('found')}
        rows={items}
        rowKey={(row) => row.id}
        rowTo={(row) => `/licences/${row.id}`}
        columns={columns}
        empty={{ title: t('foundNone'), hint: t('foundNoneHint') }}
      />
    </Section>
  );
}

const ENDS_WITHIN = [30, 90] as const;

function Register() {
  const t = useWords(messages);
  const w = useWords(words);
  const { say } = useLanguage();
  const may = useMay();
  const kinds = useCall(routes.listKinds);
  const columns = useColumns();
  return (
    <DataTable
      name="licences.licences"
      contract={routes.listLicences}
      rowKey={(row) => row.id}
      rowTo={(row) => `/licences/${row.id}`}
      isSearched={false}
      {...(may(permissions.export) ? { exportContract: routes.exportLicences } : {})}
      filters={[
        {
          key: 'kind',
          title: t('kind'),
          options: (kinds.data?.items ?? [])
            .filter((kind) => kind.role !== 'external')
            .map((kind) => ({ value: kind.code, label: say(kind.name) })),
        },
        {
          key: 'state',
          title: t('state'),
          options: LicenceState.options.map((state) => ({
            value: state,
            label: w(`state.${state}`),
          })),
        },
        {
          key: 'endsWithinDays',
          title: t('ends'),
          options: ENDS_WITHIN.map((days) => ({
            value: String(days),
            label: t('endsWithin', { days }),
          })),
        },
      ]}
      columns={columns}
      empty={{ title: t('noneYet'), hint: t('noneYetHint') }}
    />
  );
}
