import { useState } from 'react';

import { commonProblems } from '#kernel/problems/contract.ts';
import { useText } from '#modules/casework/matters/web/parts.ts';
import type { AnswerTo } from '#web/client/index.ts';
import {
  Card,
  Facts,
  Notice,
  PlainField,
  PlainForm,
  PublicPage,
  TimeText,
  usePlainForm,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { StateTag } from '../parts/CaseTags.tsx';
import { messages as words } from '../parts/messages.ts';
import { Timeline } from '../parts/Timeline.tsx';
import { messages } from './messages.ts';

type Found = AnswerTo<typeof routes.queryPublicly>;

/** Where a case stands, for whoever holds its number and query code. */
export function QueryPage() {
  const t = useWords(messages);
  const [found, setFound] = useState<Found | undefined>(undefined);
  const form = usePlainForm(routes.queryPublicly, { onDone: setFound });
  const isUnknown = form.problem?.is(commonProblems.notFound) === true;
  return (
    <PublicPage title={t('query')} lead={t('queryLead')}>
      <Card>
        <PlainForm form={form} submitLabel={t('queryAct')}>
          <PlainField form={form} name="caseNo" label={t('caseNo')} autoComplete="off" />
          <PlainField form={form} name="queryCode" label={t('queryCode')} autoComplete="off" />
        </PlainForm>
        {isUnknown ? <Notice tone="warn" title={t('notFound')} /> : null}
      </Card>
      {found === undefined || form.problem !== null ? null : <Answer found={found} />}
    </PublicPage>
  );
}

function Answer({ found }: { readonly found: Found }) {
  const t = useWords(messages);
  const w = useWords(words);
  const text = useText();
  const due = found.isStopped ? t('stopped') : <TimeText at={found.dueOn} />;
  return (
    <>
      <Card title={text(found.matterName)}>
        <Facts
          facts={[
            { name: t('caseNo'), value: found.caseNo },
            { name: t('applicant'), value: found.applicant },
            { name: t('state'), value: <StateTag state={found.state} /> },
            { name: t('accepted'), value: <TimeText at={found.acceptedOn} /> },
            { name: t('due'), value: due },
          ]}
        />
      </Card>
      <Card title={w('timeline')}>
        <Timeline entries={found.timeline} />
      </Card>
    </>
  );
}
