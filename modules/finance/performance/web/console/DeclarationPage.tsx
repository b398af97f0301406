import { Button } from 'antd';

import { useCall } from '#web/client/index.ts';
import { Page, PrintFrame, useParam, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { DeclarationTable } from '../parts/DeclarationTable.tsx';

/** The declaration table of a project, to read, print and download. */
export function DeclarationPage() {
  const t = useWords(messages);
  const id = useParam('targetId');
  const answer = useCall(routes.getTarget, { params: { id } });
  const { data } = answer;
  return (
    <Page
      title={t('declaration')}
      crumbs={[
        { title: t('targets'), to: '/performance/targets' },
        ...(data === undefined
          ? []
          : [{ title: data.projectName, to: `/performance/targets/${data.id}` }]),
      ]}
      actions={
        <>
          <Button href={`/api/v1/performance/targets/${id}/declaration/xlsx`}>{t('asXlsx')}</Button>
          <Button type="primary" href={`/api/v1/performance/targets/${id}/declaration/pdf`}>
            {t('asPdf')}
          </Button>
        </>
      }
    >
      <WithAnswer answer={answer}>
        {(target) => (
          <PrintFrame title={t('declaration')}>
            <DeclarationTable target={target} />
          </PrintFrame>
        )}
      </WithAnswer>
    </Page>
  );
}
