import { Select } from 'antd';
import { useState } from 'react';

import { routes as staff } from '#modules/registry/staff/contract.ts';
import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';

interface StaffPickerProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (accountId: string) => void;
}

/** One of the staff by name, pinyin or employee number; its value is the account that acts. */
export function StaffPicker({ label, id, value, onChange }: StaffPickerProps) {
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const { data, isFetching } = useCall(
    staff.listPeople,
    { query: { ...(search === '' ? {} : { search }), limit: 20 } },
    { keepsFormer: true, freshMs: 60_000 },
  );
  const options = (data?.items ?? []).flatMap((person) =>
    person.accountId === null
      ? []
      : [
          {
            value: person.accountId,
            label: [
              language === 'zh-CN' ? person.nameZh : person.nameEn,
              person.employeeNo,
              language === 'zh-CN' ? person.departmentNameZh : person.departmentNameEn,
            ]
              .filter((part) => part !== '')
              .join(' · '),
          },
        ],
  );
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      showSearch={{ filterOption: false, onSearch: (text) => setSearch(text.trim()) }}
      loading={isFetching}
      placeholder={label}
      aria-label={label}
      options={options}
    />
  );
}
