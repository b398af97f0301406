import { Segmented } from 'antd';
import { useState } from 'react';

import { Page, Section } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { PartyKind } from '../../contract.ts';
import { FirmForm } from './FirmForm.tsx';
import { messages } from './messages.ts';
import { PersonForm } from './PersonForm.tsx';

/** Registers a person or an organisation, beginning with the number of their paper. */
export function RegisterPage() {
  const t = useWords(messages);
  const [kind, setKind] = useState<PartyKind>('person');
  return (
    <Page
      title={t('registerTitle')}
      description={t('registerHint')}
      crumbs={[{ title: t('parties'), to: '/parties' }]}
      isWide={false}
    >
      <Segmented<PartyKind>
        className="ow-choice"
        value={kind}
        onChange={setKind}
        options={[
          { value: 'person', label: t('person') },
          { value: 'organisation', label: t('organisation') },
        ]}
      />
      <Section>{kind === 'person' ? <PersonForm /> : <FirmForm />}</Section>
    </Page>
  );
}
