import { Select } from 'antd';
import { useId, useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Filing, Ground, groundWords, routes } from '../../contract.ts';
import { AskReason } from './AskReason.tsx';
import { messages } from './messages.ts';

/** Suspension, resumption and revocation of what is filed. */
export function StandingActs({ filing }: { readonly filing: Filing }) {
  const may = (act: Filing['mayDo'][number]) => filing.mayDo.includes(act);
  return (
    <>
      {may('suspend') ? <Stop filing={filing} act="suspend" /> : null}
      {may('resume') ? <Stop filing={filing} act="resume" /> : null}
      {may('revoke') ? <Stop filing={filing} act="revoke" /> : null}
    </>
  );
}

const ROUTES = {
  suspend: routes.suspendFiling,
  resume: routes.resumeFiling,
  revoke: routes.revokeFiling,
} as const;

interface StopProps {
  readonly filing: Filing;
  readonly act: 'suspend' | 'resume' | 'revoke';
}

function Stop({ filing, act }: StopProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const id = useId();
  const [ground, setGround] = useState<Ground>('title-dispute');
  const doing = useAct(ROUTES[act]);
  const params = { id: filing.id };
  const { version } = filing;
  return (
    <AskReason
      label={t(act)}
      isDanger={act !== 'resume'}
      isBusy={doing.isPending}
      problem={doing.error}
      hint={t('reasonRead')}
      onSend={(reason, close) =>
        doing.mutate({ params, body: { version, ground, reason } }, { onSuccess: close })
      }
    >
      {act === 'resume' ? null : (
        <div className="ow-prem-reason">
          <label htmlFor={`${id}-ground`}>{t('ground')}</label>
          <Select
            id={`${id}-ground`}
            value={ground}
            options={Ground.options.map((value) => ({ value, label: say(groundWords[value]) }))}
            onChange={(value: Ground) => setGround(value)}
          />
        </div>
      )}
    </AskReason>
  );
}
