import { Button, Descriptions } from 'antd';
import { useState } from 'react';

import { addressOf, useCall, useMay } from '#web/client/index.ts';
import {
  formatDay,
  MaskedText,
  Notice,
  Page,
  Section,
  StatusTag,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, type Person, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { PersonTag } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-places.ts';
import { AccountSection } from './AccountSection.tsx';
import { DepartureForm } from './DepartureForm.tsx';
import { messages } from './messages.ts';
import { PersonForm } from './PersonForm.tsx';
import { LeaveSection, RosterSection, StationingSection } from './PersonTime.tsx';
import { PhotoSection } from './PhotoSection.tsx';
import { useReveal } from './use-reveal.tsx';

/** Somebody who works here: the record, the windows, the shifts, the leave, the account. */
export function PersonPage() {
  const answer = useCall(routes.getPerson, { params: { id: useParam('personId') } });
  return <WithAnswer answer={answer}>{(person) => <PersonView person={person} />}</WithAnswer>;
}

function PersonView({ person }: { readonly person: Person }) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  const may = useMay();
  const [open, setOpen] = useState<'change' | 'departure'>();
  const close = () => setOpen(undefined);
  const isHere = person.state === 'working';
  return (
    <Page
      title={nameOf(person)}
      crumbs={[{ title: t('people'), to: '/staff/people' }]}
      state={<PersonTag state={person.state} />}
      actions={
        isHere ? (
          <>
            <Button
              href={addressOf(routes.printBadge, { params: { id: person.id } })}
              target="_blank"
            >
              {t('badge')}
            </Button>
            {may(permissions.manage) ? (
              <>
                <Button onClick={() => setOpen('departure')}>{t('leaveCentre')}</Button>
                <Button type="primary" onClick={() => setOpen('change')}>
                  {t('change')}
                </Button>
              </>
            ) : null}
          </>
        ) : null
      }
    >
      <Departed person={person} />
      <RecordSection person={person} />
      <PhotoSection person={person} />
      <StationingSection personId={person.id} />
      <RosterSection personId={person.id} />
      {may(permissions.approveLeave) ? <LeaveSection personId={person.id} /> : null}
      <AccountSection person={person} />
      {open === 'change' ? (
        <PersonForm person={person} onClose={close} onDone={() => undefined} />
      ) : null}
      {open === 'departure' ? <DepartureForm person={person} onClose={close} /> : null}
    </Page>
  );
}

function Departed({ person }: { readonly person: Person }) {
  const t = useWords(messages);
  if (person.leftOn === null) return null;
  const day = formatDay(person.leftOn, t.language);
  return <Notice tone="idle" title={t('leftBecause', { day, reason: person.leftReason })} />;
}

function RecordSection({ person }: { readonly person: Person }) {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const may = useMay();
  const reveal = useReveal(person.id);
  const contact = (field: 'mobile' | 'email', masked: string) => (
    <MaskedText
      masked={masked}
      onProblem={reveal.onProblem}
      onReveal={may(permissions.reveal) && masked !== '' ? reveal.onReveal(field) : undefined}
    />
  );
  const department = { nameZh: person.departmentNameZh, nameEn: person.departmentNameEn };
  const office = { nameZh: person.officeNameZh, nameEn: person.officeNameEn };
  return (
    <Section
      title={t('record')}
      actions={
        person.isDemonstration ? <StatusTag tone="idle">{t('demonstration')}</StatusTag> : null
      }
    >
      <Descriptions
        column={{ xs: 1, md: 2, xl: 3 }}
        items={[
          { key: 'no', label: w('employeeNo'), children: person.employeeNo },
          { key: 'zh', label: t('nameZh'), children: person.nameZh },
          { key: 'en', label: t('nameEn'), children: person.nameEn },
          { key: 'pinyin', label: t('namePinyin'), children: person.namePinyin },
          { key: 'sex', label: t('sex'), children: w(`sex.${person.sex}`) },
          {
            key: 'body',
            label: t(person.departmentId === null ? 'office' : 'department'),
            children: nameOf(person.departmentId === null ? office : department),
          },
          {
            key: 'post',
            label: t('post'),
            children: nameOf({ nameZh: person.postNameZh, nameEn: person.postNameEn }),
          },
          {
            key: 'employment',
            label: t('employment'),
            children: w(`employment.${person.employment}`),
          },
          {
            key: 'joined',
            label: t('joinedOn'),
            children: formatDay(person.joinedOn, t.language),
          },
          { key: 'mobile', label: t('mobile'), children: contact('mobile', person.mobileMasked) },
          { key: 'email', label: t('email'), children: contact('email', person.emailMasked) },
        ]}
      />
      {reveal.dialog}
    </Section>
  );
}
