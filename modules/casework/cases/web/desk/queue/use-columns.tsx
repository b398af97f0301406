import { useText } from '#modules/casework/matters/web/parts.ts';
import { type Column, TimeText, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { routes } from '../../../contract.ts';
import { LightTag, StateTag } from '../../parts/CaseTags.tsx';
import { DueText } from '../../parts/DueText.tsx';
import { messages as words } from '../../parts/messages.ts';
import { CaseNumber } from './CaseNumber.tsx';
import { messages } from './messages.ts';

/** The columns of a list of cases: what it is, who waits for it, until when. */
export function useColumns(): ReadonlyArray<Column<typeof routes.listCases>> {
  const t = useWords(messages);
  const w = useWords(words);
  const text = useText();
  const { language } = useLanguage();
  return [
    {
      key: 'caseNo',
      title: t('caseNo'),
      render: (row) => <CaseNumber caseNo={row.caseNo} />,
    },
    {
      key: 'matter',
      title: t('matter'),
      render: (row) => (
        <span className="ow-case-cell">
          {text(row.matterName)}
          {text(row.itemName) === text(row.matterName) ? null : <small>{text(row.itemName)}</small>}
        </span>
      ),
    },
    { key: 'applicant', title: t('applicant'), render: (row) => row.applicant?.name ?? w('none') },
    { key: 'state', title: t('state'), render: (row) => <StateTag state={row.state} /> },
    { key: 'light', title: t('light'), render: (row) => <LightTag light={row.light} /> },
    { key: 'due', title: t('due'), render: (row) => <DueText of={row} /> },
    { key: 'handler', title: t('handler'), render: (row) => row.handler?.name ?? t('nobody') },
    {
      key: 'department',
      title: t('department'),
      isOptional: true,
      render: ({ department }) => {
        if (department === null) return w('none');
        return language === 'zh-CN' ? department.nameZh : department.nameEn;
      },
    },
    {
      key: 'channel',
      title: t('channel'),
      isOptional: true,
      render: (row) => w(`channel.${row.channel}`),
    },
    {
      key: 'submitted',
      title: t('submitted'),
      isOptional: true,
      render: (row) => <TimeText at={row.submittedAt} />,
    },
  ];
}
