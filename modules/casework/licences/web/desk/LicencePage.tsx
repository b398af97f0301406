import { Button } from 'antd';
import { useState } from 'react';

import { addressOf, useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { Page, useParam, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Licence, routes, type StateAct } from '../../contract.ts';
import { LicenceTag } from '../parts/LicenceTag.tsx';
import { ActModal } from './ActModal.tsx';
import { LicenceFacts } from './LicenceFacts.tsx';
import { LicenceHistory } from './LicenceHistory.tsx';
import { messages } from './messages.ts';

/** One licence: what it says, what it was, and what can be done to it. */
export function LicencePage() {
  const id = useParam('licenceId');
  const answer = useCall(routes.getLicence, { params: { id } });
  return (
    <WithAnswer answer={answer}>
      {(licence) => <Whole key={licence.id} licence={licence} />}
    </WithAnswer>
  );
}

function Whole({ licence }: { readonly licence: Licence }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const [act, setAct] = useState<StateAct | undefined>(undefined);
  return (
    <Page
      title={say(licence.kind.name)}
      description={`${licence.holder.name} · ${licence.number}`}
      crumbs={[{ title: t('licences'), to: '/licences' }]}
      state={<LicenceTag state={licence.state} />}
      actions={<Actions licence={licence} onAct={setAct} />}
    >
      <LicenceFacts licence={licence} />
      <LicenceHistory licence={licence} />
      {act === undefined ? null : (
        <ActModal licence={licence} act={act} onClose={() => setAct(undefined)} />
      )}
    </Page>
  );
}

interface ActionsProps {
  readonly licence: Licence;
  readonly onAct: (act: StateAct) => void;
}

function Actions({ licence, onAct }: ActionsProps) {
  const t = useWords(messages);
  const params = { id: licence.id };
  const paper = (form: 'original' | 'duplicate') =>
    addressOf(routes.printLicence, { params, query: { form } });
  return (
    <>
      <Button href={`/verify/licence/${licence.token}`} target="_blank">
        {t('publicPage')}
      </Button>
      <Button href={paper('original')} target="_blank">
        {t(licence.hasDuplicate ? 'print' : 'printPlain')}
      </Button>
      {licence.hasDuplicate ? (
        <Button href={paper('duplicate')} target="_blank">
          {t('printDuplicate')}
        </Button>
      ) : null}
      {licence.acts.map((act) => (
        <Button
          key={act}
          danger={act === 'revoke' || act === 'cancel'}
          type={act === 'resume' ? 'primary' : 'default'}
          onClick={() => onAct(act)}
        >
          {t(`do.${act}`)}
        </Button>
      ))}
    </>
  );
}
