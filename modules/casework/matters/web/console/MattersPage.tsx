import { Button } from 'antd';

import { routes as organisation } from '#modules/registry/organisation/contract.ts';
import { useCall, useMay } from '#web/client/index.ts';
import {
  type Column,
  DataTable,
  type Filter,
  Page,
  StatusTag,
  To,
  useGo,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, type SubjectKind, TaskType } from '../../contract.ts';
import { codeWords } from '../words/codes/messages.ts';
import { useText } from '../words/use-text.ts';
import { EditionStateTag } from './editions/EditionState.tsx';
import { messages } from './editions/messages.ts';

import './edit/edit.css';

type Contract = typeof routes.listMatters;

/** The matters of the centre with where their editions stand. */
export function MattersPage() {
  return <Catalogue kind="matter" />;
}

/** The bundles of the centre. */
export function BundlesPage() {
  return <Catalogue kind="bundle" />;
}

function Catalogue({ kind }: { readonly kind: SubjectKind }) {
  const t = useWords(messages);
  const may = useMay();
  const go = useGo();
  const isBundle = kind === 'bundle';
  return (
    <Page
      title={t(isBundle ? 'bundles' : 'matters')}
      description={t(isBundle ? 'bundlesHint' : 'mattersHint')}
      actions={
        may(permissions.draft) ? (
          <>
            {isBundle ? null : <To to="/imports">{t('importLink')}</To>}
            <Button
              type="primary"
              onClick={() => go(isBundle ? '/matters/new-bundle' : '/matters/new')}
            >
              {t(isBundle ? 'newBundle' : 'newMatter')}
            </Button>
          </>
        ) : undefined
      }
    >
      <DataTable
        name={`matters.${kind}`}
        contract={routes.listMatters}
        query={{ kind }}
        rowKey={(row) => row.id}
        rowTo={(row) => `/matters/matters/${row.id}`}
        columns={useColumns(isBundle)}
        filters={useFilterList(isBundle)}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
    </Page>
  );
}

function useColumns(isBundle: boolean): ReadonlyArray<Column<Contract>> {
  const t = useWords(messages);
  const c = useWords(codeWords);
  const say = useText();
  const directory = useCall(organisation.getDirectory);
  const departments = new Map(
    (directory.data?.departments ?? []).map(({ code, nameZh, nameEn }) => [
      code,
      t.language === 'en' ? nameEn : nameZh,
    ]),
  );
  return [
    {
      key: 'name',
      title: t('name'),
      render: (row) => (
        <span className="ow-edit-name">
          {say(row.name)}
          <small>
            {row.code}{' '}
            {row.isDemonstration ? <StatusTag tone="warn">{t('demonstration')}</StatusTag> : null}
          </small>
        </span>
      ),
    },
    {
      key: 'department',
      title: t('department'),
      width: '20rem',
      render: (row) => departments.get(row.departmentCode) ?? row.departmentName,
    },
    ...(isBundle
      ? []
      : [
          {
            key: 'taskType',
            title: t('taskType'),
            width: '8rem',
            render: (row: Parameters<Column<Contract>['render']>[0]) =>
              row.taskType === null ? '' : c(`task.${row.taskType}`),
          },
        ]),
    {
      key: 'items',
      title: t('items'),
      align: 'end' as const,
      width: '5rem',
      render: (row) => row.itemCount,
    },
    {
      key: 'current',
      title: t('inForce'),
      width: '8rem',
      render: (row) => (row.current === null ? '—' : t('edition', { number: row.current.number })),
    },
    {
      key: 'draft',
      title: t('draft'),
      width: '8rem',
      render: (row) => (row.draft === null ? '—' : <EditionStateTag state={row.draft.state} />),
    },
  ];
}

const STATES = ['published', 'draft', 'in-review', 'withdrawn', 'never-published'] as const;

function useFilterList(isBundle: boolean): ReadonlyArray<Filter<Contract>> {
  const t = useWords(messages);
  const c = useWords(codeWords);
  const { data } = useCall(organisation.getDirectory);
  const departments = (data?.departments ?? []).filter((one) => !one.isClosed);
  const state: Filter<Contract> = {
    key: 'state',
    title: t('state'),
    options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
  };
  const department: Filter<Contract> = {
    key: 'departmentCode',
    title: t('department'),
    options: departments.map(({ code, nameZh, nameEn }) => ({
      value: code,
      label: t.language === 'en' ? nameEn : nameZh,
    })),
  };
  if (isBundle) return [state, department];
  const taskType: Filter<Contract> = {
    key: 'taskType',
    title: t('taskType'),
    options: TaskType.options.map((value) => ({ value, label: c(`task.${value}`) })),
  };
  return [state, department, taskType];
}
