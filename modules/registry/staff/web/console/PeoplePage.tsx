import { Button } from 'antd';
import { useState } from 'react';

import { useMay } from '#web/client/index.ts';
import { DataTable, Page, TimeText, useGo } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { Employment, type Person, permissions, PersonState, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { PersonTag } from '../parts/Tags.tsx';
import { useNameOf, usePlaces, usePostOptions } from '../parts/use-places.ts';
import { messages } from './messages.ts';
import { PersonForm } from './PersonForm.tsx';
import { QuotaButton } from './QuotaButton.tsx';

/** The register of staff: found by name, initials or number, narrowed by body, post and state. */
export function PeoplePage() {
  const t = useWords(messages);
  const w = useWords(words);
  const may = useMay();
  const go = useGo();
  const [isAdding, setAdding] = useState(false);
  return (
    <Page
      title={t('people')}
      description={t('peopleHint')}
      actions={
        <>
          <QuotaButton />
          {may(permissions.exchange) ? (
            <Button onClick={() => go('/imports/staff.staff')}>{w('sheets')}</Button>
          ) : null}
          {may(permissions.manage) ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          ) : null}
        </>
      }
    >
      <PeopleTable />
      {isAdding ? (
        <PersonForm
          person={undefined}
          onClose={() => setAdding(false)}
          onDone={({ id }) => go(`/staff/people/${id}`)}
        />
      ) : null}
    </Page>
  );
}

function useFiltersOfPeople() {
  const t = useWords(messages);
  const w = useWords(words);
  const { officeOptions, departmentOptions } = usePlaces();
  return [
    {
      key: 'state',
      title: t('state'),
      options: PersonState.options.map((one) => ({ value: one, label: w(`state.${one}`) })),
    },
    { key: 'officeId', title: t('office'), options: officeOptions },
    { key: 'departmentId', title: t('department'), options: departmentOptions },
    { key: 'postCode', title: t('post'), options: usePostOptions() },
    {
      key: 'employment',
      title: t('employment'),
      options: Employment.options.map((one) => ({ value: one, label: w(`employment.${one}`) })),
    },
  ] as const;
}

function PeopleTable() {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const bodyOf = (one: Person) =>
    nameOf({ nameZh: one.departmentNameZh, nameEn: one.departmentNameEn }) ||
    nameOf({ nameZh: one.officeNameZh, nameEn: one.officeNameEn });
  return (
    <DataTable
      name="staff.people"
      contract={routes.listPeople}
      rowKey={(person) => person.id}
      rowTo={(person) => `/staff/people/${person.id}`}
      searchHint={t('search')}
      filters={useFiltersOfPeople()}
      columns={[
        { key: 'name', title: w('name'), render: (one) => nameOf(one) },
        { key: 'employeeNo', title: w('employeeNo'), render: (one) => one.employeeNo },
        { key: 'body', title: t('belongs'), render: bodyOf },
        {
          key: 'post',
          title: t('post'),
          render: (one) => nameOf({ nameZh: one.postNameZh, nameEn: one.postNameEn }),
        },
        {
          key: 'windows',
          title: t('windows'),
          render: (one) => <Windows person={one} />,
        },
        {
          key: 'employment',
          title: t('employment'),
          render: (one) => w(`employment.${one.employment}`),
        },
        { key: 'mobile', title: t('mobile'), render: (one) => one.mobileMasked },
        { key: 'state', title: t('state'), render: (one) => <PersonTag state={one.state} /> },
        {
          key: 'joinedOn',
          title: t('joinedOn'),
          isOptional: true,
          render: (one) => <TimeText at={one.joinedOn} />,
        },
      ]}
      empty={{ title: t('none'), hint: t('noneHint') }}
    />
  );
}

function Windows({ person }: { readonly person: Person }) {
  const w = useWords(words);
  return person.windows
    .map(({ windowNumber, part }) => `${windowNumber} ${w(`part.${part}`)}`)
    .join(w.language === 'en' ? ', ' : '、');
}
