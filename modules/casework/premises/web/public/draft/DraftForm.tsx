import { useMemo, useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { ResponseOf } from '#kernel/http/contract.ts';
import { useAct } from '#web/client/index.ts';
import { Action, Card, Notice, ProblemNotice, useLanguage } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { checkFiling, type FilingBody, type Finding, routes } from '../../../contract.ts';
import { messages } from '../messages.ts';
import { BuildingPart } from './BuildingPart.tsx';
import { ProofsPart } from './ProofsPart.tsx';
import { UnitsPart } from './UnitsPart.tsx';

export interface DraftFormProps {
  readonly filing: ResponseOf<typeof routes.getOwnFiling>;
  readonly draft: FilingBody;
}

/** The building, its units and proofs; what keeps it from being submitted is said while it is being written. */
export function DraftForm({ filing, draft }: DraftFormProps) {
  const t = useWords(messages);
  const [body, setBody] = useState(draft);
  const save = useAct(routes.saveFiling);
  const submit = useAct(routes.submitFiling);
  const isDirty = body !== draft;
  const findings = useMemo(() => listFindings(filing, body), [filing, body]);
  const params = { id: filing.id };
  const isBusy = save.isPending || submit.isPending;
  const sendIn = async () => {
    const saved = isDirty
      ? await save.mutateAsync({ params, body: { ...body, version: filing.version } })
      : filing;
    await submit.mutateAsync({ params, body: { version: saved.version } });
  };
  return (
    <>
      <Card title={t('edit')}>
        <BuildingPart body={body} onChange={setBody} />
      </Card>
      <Card title={t('unitsTitle')} hint={t('unitCount', { count: body.units.length })}>
        <UnitsPart filingId={filing.id} body={body} onChange={setBody} />
      </Card>
      <Card title={t('proofsTitle')}>
        <ProofsPart body={body} onChange={setBody} />
      </Card>
      <Findings findings={findings} />
      <ProblemNotice problem={save.error ?? submit.error} />
      <div className="ow-prem-acts">
        <Action
          look="plain"
          isBusy={isBusy}
          isDisabled={!isDirty}
          onPress={() => save.mutate({ params, body: { ...body, version: filing.version } })}
        >
          {t('saveDraft')}
        </Action>
        <Action
          look="strong"
          isBusy={isBusy}
          isDisabled={findings.some(({ isBlocking }) => isBlocking)}
          // What went wrong stands beside the buttons.
          onPress={() => void sendIn().catch(() => undefined)}
        >
          {t('submit')}
        </Action>
      </div>
    </>
  );
}

/** What can be judged here; whether an address is taken the server has said when it was last saved. */
function listFindings(filing: DraftFormProps['filing'], body: FilingBody): Finding[] {
  const found = checkFiling(body, {
    carrierKind: filing.carrierKind,
    operatorName: filing.operatorName,
    town: filing.town.code,
    district: filing.district,
    today: localDay(systemClock.now()),
    settings: filing.settings,
  });
  const taken = filing.findings.filter(({ code }) => code === 'address-taken');
  return [...found, ...taken];
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  if (findings.length === 0) return <Notice tone="good" title={t('ready')} />;
  return (
    <Notice tone="warn" title={t('findings', { count: findings.length })}>
      <ul>
        {findings.slice(0, 30).map((finding) => (
          <li key={`${finding.code}${finding.place}`}>{say(finding.message)}</li>
        ))}
      </ul>
    </Notice>
  );
}
