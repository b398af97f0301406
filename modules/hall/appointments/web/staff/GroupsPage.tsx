import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';

import type { RouteContract } from '#kernel/http/contract.ts';
import { useCall, useMay } from '#web/client/index.ts';
import {
  type ContractFormState,
  Field,
  FormDrawer,
  Page,
  RowTable,
  StatusTag,
  To,
  useContractForm,
  useGo,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { CapacityBy, type Group, permissions, routes } from '../../contract.ts';
import { messages } from './messages.ts';
import { usePlaces } from './use-places.ts';

/** What can be booked, and the rules of its places. */
export function GroupsPage() {
  const t = useWords(messages);
  const go = useGo();
  const may = useMay();
  const groups = useCall(routes.listGroups);
  const [opened, open] = useState<Group | 'new' | undefined>(undefined);
  const mayManage = may(permissions.manage);
  return (
    <Page
      title={t('groups')}
      description={t('groupsHint')}
      actions={
        mayManage ? (
          <>
            <Button onClick={() => go('/imports/appointments.groups')}>{t('sheets')}</Button>
            <Button type="primary" onClick={() => open('new')}>
              {t('addGroup')}
            </Button>
          </>
        ) : null
      }
    >
      <WithAnswer answer={groups}>
        {({ items }) => <Groups items={items} {...(mayManage ? { onOpen: open } : {})} />}
      </WithAnswer>
      {opened === undefined ? null : (
        <GroupForm
          key={opened === 'new' ? 'new' : opened.id}
          group={opened === 'new' ? undefined : opened}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );
}

interface GroupsProps {
  readonly items: readonly Group[];
  readonly onOpen?: (group: Group) => void;
}

function Groups({ items, onOpen }: GroupsProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const { siteOptions } = usePlaces();
  const siteName = (id: string) => siteOptions.find((one) => one.value === id)?.label ?? '';
  return (
    <RowTable
      label={t('groups')}
      rows={items}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          title: t('group'),
          render: (row) => say({ 'zh-CN': row.nameZh, en: row.nameEn }),
        },
        { key: 'site', title: t('site'), render: (row) => siteName(row.siteId) },
        { key: 'queue', title: t('queueCode'), render: (row) => row.queueCode },
        {
          key: 'capacity',
          title: t('places'),
          render: (row) => `${row.places} · ${t(`capacityBy.${row.capacityBy}`)}`,
        },
        { key: 'minutes', title: t('slotMinutes'), align: 'end', render: (row) => row.slotMinutes },
        {
          key: 'open',
          title: t('state'),
          render: (row) => (
            <StatusTag tone={row.isOpen ? 'good' : 'idle'}>
              {t(row.isOpen ? 'open' : 'closed')}
            </StatusTag>
          ),
        },
        {
          key: 'acts',
          title: t('acts'),
          render: (row) => (
            <>
              <To to={`/appointments/plan/${row.id}`}>{t('plan')}</To>{' '}
              {onOpen === undefined ? null : (
                <Button size="small" onClick={() => onOpen(row)}>
                  {t('changeGroup')}
                </Button>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

const FRESH = {
  zoneId: null,
  hintZh: '',
  hintEn: '',
  queueCode: '',
  matterIds: [],
  departmentIds: [],
  slotMinutes: 30,
  capacityBy: 'windows',
  places: 2,
  windowIds: [],
  walkInPercent: 30,
  isOpen: true,
  closedReasonZh: '',
  closedReasonEn: '',
  order: 100,
} as const;

/** A new group, or changes of one; the contract never changes under the form, which is keyed by the record. */
function useGroupForm(group: Group | undefined, onDone: () => void) {
  const contract: RouteContract = group === undefined ? routes.createGroup : routes.changeGroup;
  const options = {
    initial: group ?? FRESH,
    onDone,
    ...(group === undefined ? {} : { params: { id: group.id } }),
  };
  return useContractForm(contract, options as object) as unknown as ContractFormState<
    typeof routes.createGroup
  >;
}

function GroupForm({
  group,
  onClose,
}: {
  readonly group: Group | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const form = useGroupForm(group, onClose);
  const [siteId, setSite] = useState(group?.siteId);
  const places = usePlaces(siteId);
  return (
    <FormDrawer
      form={form}
      title={t(group === undefined ? 'addGroup' : 'changeGroup')}
      isOpen
      onClose={onClose}
    >
      <Field form={form} name="siteId" label={t('site')}>
        <Select options={places.siteOptions} onSelect={(id: string) => setSite(id)} />
      </Field>
      <Field form={form} name="zoneId" label={t('zone')} hint={t('zoneHint')}>
        <Select allowClear options={places.zoneOptions} />
      </Field>
      <Field form={form} name="nameZh" label={t('nameZh')} />
      <Field form={form} name="nameEn" label={t('nameEn')} />
      <Field form={form} name="hintZh" label={t('hintZh')} />
      <Field form={form} name="hintEn" label={t('hintEn')} />
      <Field form={form} name="queueCode" label={t('queueCode')} hint={t('queueCodeHint')} />
      <Field
        form={form}
        name="departmentIds"
        label={t('departments')}
        hint={t('departmentsHint')}
        options={places.departmentOptions}
      />
      <Field form={form} name="slotMinutes" label={t('slotMinutes')}>
        <InputNumber min={5} max={240} step={5} />
      </Field>
      <Field
        form={form}
        name="capacityBy"
        label={t('capacityBy')}
        options={CapacityBy.options.map((value) => ({ value, label: t(`capacityBy.${value}`) }))}
      />
      <Field form={form} name="places" label={t('places')} hint={t('placesHint')} />
      <Field
        form={form}
        name="windowIds"
        label={t('windows')}
        hint={t('windowsHint')}
        options={places.windowOptions}
      />
      <Field form={form} name="walkInPercent" label={t('walkIn')} />
      <Field form={form} name="isOpen" label={t('isOpen')} />
      <Field form={form} name="closedReasonZh" label={t('closedReasonZh')} />
      <Field form={form} name="closedReasonEn" label={t('closedReasonEn')} />
      <Field form={form} name="order" label={t('order')} />
    </FormDrawer>
  );
}
