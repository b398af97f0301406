import { Descriptions } from 'antd';
import type { ReactNode } from 'react';

import { useMay } from '#web/client/index.ts';
import { MaskedText, Section, TimeText } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Party, permissions, type RevealedField } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import type { Reveal } from '../parts/use-reveal.tsx';
import { messages } from './messages.ts';

interface PartProps {
  readonly party: Party;
  readonly reveal: Reveal;
}

/** Who it is, masked; each field can be seen in full by whoever may. */
export function IdentitySection({ party, reveal }: PartProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const mayReveal = useMay()(permissions.reveal);
  const masked = (text: string, field: RevealedField) => (
    <MaskedText
      masked={text}
      onReveal={mayReveal ? reveal.onReveal(field) : undefined}
      onProblem={reveal.onProblem}
    />
  );
  const isPerson = party.kind === 'person';
  const own: ReadonlyArray<readonly [string, ReactNode]> = isPerson
    ? [
        [t('personName'), masked(party.name, 'name')],
        [t('personNameEn'), party.nameEn === '' ? w('none') : masked(party.nameEn, 'name-en')],
        [t('sex'), party.sex === null ? w('none') : w(`sex.${party.sex}`)],
        [t('bornOn'), party.bornOn === null ? w('none') : masked(party.bornOn, 'born-on')],
      ]
    : [
        [t('name'), party.name],
        [t('nameEn'), party.nameEn],
        [
          t('organisationKind'),
          party.organisationKind === null ? w('none') : w(`org.${party.organisationKind}`),
        ],
        [t('establishedOn'), <TimeText key="established" at={party.establishedOn} />],
      ];
  const all: ReadonlyArray<readonly [string, ReactNode]> = [
    ...own,
    [t('division'), party.divisionCode === '' ? w('none') : party.divisionCode],
    [t('remark'), party.hasRemark ? masked('****', 'remark') : w('none')],
    [t('registeredAt'), <TimeText key="registered" at={party.registeredAt} />],
  ];
  return (
    <Section title={t('identity')}>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={all.map(([label, children]) => ({ key: label, label, children }))}
      />
    </Section>
  );
}
