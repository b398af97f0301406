import { Descriptions } from 'antd';

import { formatDay, Section, StatusTag, TimeText, To, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Licence } from '../../contract.ts';
import { LicenceTag } from '../parts/LicenceTag.tsx';
import { messages as words } from '../parts/messages.ts';
import { useValidity } from '../parts/use-validity.ts';
import { messages } from './messages.ts';

/** What the licence says and who answers for it. */
export function LicenceFacts({ licence }: { readonly licence: Licence }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { say, language } = useLanguage();
  const validity = useValidity();
  const { holder, signature, renewFrom, caseNumber } = licence;
  const facts = [
    [
      w('holder'),
      <To key="holder" to={`/parties/${holder.partyId}`}>
        {holder.name}
      </To>,
    ],
    [w('holderCode'), licence.holderIdentifier || t('empty')],
    [w('number'), licence.number],
    [w('validity'), validity(licence)],
    [w('authority'), say(licence.authority)],
    [w('issuedOn'), <TimeText key="issued" at={licence.issuedOn} />],
    [t('case'), caseNumber === '' ? t('noCase') : caseNumber],
    [
      t('renewFrom'),
      renewFrom === null
        ? t('renewNone')
        : t('renewFromDay', { day: formatDay(renewFrom, language) }),
    ],
    [w('identifier'), licence.identifier],
    [
      w('signature'),
      <StatusTag key="signature" tone={signature.isRight ? 'good' : 'bad'}>
        {w(signature.isRight ? 'signatureGood' : 'signatureBad')}
      </StatusTag>,
    ],
  ] as const;
  return (
    <>
      <Section title={t('facts')}>
        <Descriptions
          column={{ xs: 1, md: 2 }}
          items={facts.map(([label, children]) => ({ key: label, label, children }))}
        />
      </Section>
      {licence.content.length === 0 ? null : (
        <Section title={t('content')}>
          <Descriptions
            column={1}
            items={licence.content.map((field) => ({
              key: field.key,
              label: say(field.label),
              children: say(field.value),
            }))}
          />
        </Section>
      )}
      {licence.members.length === 0 ? null : (
        <Section title={w('members')}>
          <p>{w('membersHint')}</p>
          <Descriptions
            column={1}
            items={licence.members.map((member) => ({
              key: member.id,
              label: <To to={`/licences/${member.id}`}>{say(member.kind.name)}</To>,
              children: (
                <>
                  {member.number} <LicenceTag state={member.state} />
                </>
              ),
            }))}
          />
        </Section>
      )}
    </>
  );
}
