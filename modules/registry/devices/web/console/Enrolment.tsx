import { Button } from 'antd';

import { call, useAct } from '#web/client/index.ts';
import {
  ConfirmButton,
  formatTime,
  Notice,
  ProblemNotice,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Device, routes } from '../../contract.ts';
import { messages } from '../messages.ts';

/** Makes a code with which the device gets its key, and takes the key away. */
export function Enrolment({ device }: { readonly device: Device }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const act = useAct(routes.openEnrolment);
  const revoke = () =>
    call(routes.revokeKeys, { params: { id: device.id }, body: { reason: t('revokeReason') } });
  return (
    <section>
      <div className="ow-device-acts">
        <Button loading={act.isPending} onClick={() => act.mutate({ params: { id: device.id } })}>
          {t('enrol')}
        </Button>
        {device.isEnrolled ? (
          <ConfirmButton danger question={t('revokeQuestion')} onConfirm={revoke}>
            {t('revoke')}
          </ConfirmButton>
        ) : null}
      </div>
      {act.data === undefined ? null : (
        <Notice tone="idle" title={<span className="ow-device-code">{act.data.code}</span>}>
          <p>{t('enrolHint', { time: formatTime(act.data.expiresAt, language) })}</p>
        </Notice>
      )}
      <ProblemNotice problem={act.error} />
    </section>
  );
}
