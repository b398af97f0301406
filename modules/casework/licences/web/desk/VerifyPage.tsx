import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { Notice, Page, ProblemNotice, useGo } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { LicenceFacts } from './LicenceFacts.tsx';
import { messages } from './messages.ts';

/** A clerk checks what a holder shows; a scanner types the code and Enter. */
export function VerifyPage() {
  const t = useWords(messages);
  const go = useGo();
  const box = useRef<InputRef>(null);
  const [code, setCode] = useState('');
  const verify = useAct(routes.verifyShowing);
  const { data, error, isPending, mutate, reset } = verify;
  useEffect(() => {
    if (data === undefined) box.current?.focus();
  }, [data]);
  const next = () => {
    setCode('');
    reset();
  };
  return (
    <Page
      title={t('verifyTitle')}
      description={t('verifyHint')}
      crumbs={[{ title: t('licences'), to: '/licences' }]}
    >
      <search>
        <Input.Search
          ref={box}
          size="large"
          autoComplete="off"
          value={code}
          aria-label={t('codeLabel')}
          placeholder={t('codeLabel')}
          enterButton={t('check')}
          loading={isPending}
          disabled={data !== undefined}
          onChange={(event) => setCode(event.target.value)}
          onSearch={(value) => {
            if (value.trim().length >= 4) mutate({ body: { code: value.trim() } });
          }}
        />
      </search>
      <ProblemNotice problem={error} />
      {data === undefined ? null : (
        <>
          <Notice
            tone={data.state === 'valid' && data.signature.isRight ? 'good' : 'bad'}
            title={t(data.state === 'valid' ? 'verified' : 'verifiedNot')}
            actions={
              <>
                <Button type="primary" onClick={next}>
                  {t('next')}
                </Button>
                <Button onClick={() => go(`/licences/${data.id}`)}>{t('openLicence')}</Button>
              </>
            }
          />
          <LicenceFacts licence={data} />
        </>
      )}
    </Page>
  );
}
