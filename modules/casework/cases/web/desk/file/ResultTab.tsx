import { addressOf, useCall } from '#web/client/index.ts';
import { formatDay } from '#web/kit/format.ts';
import { Section, SignSlot, StatusTag, TimeText, To, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { CaseInFull } from '../../../contract.ts';
import { documentRoutes } from '../../../contract/documents.ts';
import { DocumentList } from '../../parts/DocumentList.tsx';
import { FileLinks } from '../../parts/FileLinks.tsx';
import { messages as words } from '../../parts/messages.ts';
import { DossierSection } from './DossierSection.tsx';
import { FactList } from './FactList.tsx';
import { messages } from './messages.ts';

interface TabProps {
  readonly file: CaseInFull;
}

/** The decision, the papers given out, the licence, and how it reached the applicant. */
export function ResultTab({ file }: TabProps) {
  return (
    <>
      <DecisionSection file={file} />
      <Documents file={file} />
      <Delivery file={file} />
      {file.dossierHash === null ? null : <DossierSection caseId={file.id} />}
    </>
  );
}

function DecisionSection({ file }: TabProps) {
  const t = useWords(messages);
  const { decision, licenceId } = file;
  if (decision === null)
    return (
      <Section title={t('decision')}>
        <p>{t('decisionNone')}</p>
      </Section>
    );
  return (
    <Section
      title={t('decision')}
      actions={
        <StatusTag tone={decision.approves ? 'good' : 'bad'}>
          {t(decision.approves ? 'approved' : 'denied')}
        </StatusTag>
      }
    >
      <FactList
        facts={[
          {
            name: t('decision'),
            value: t('decidedBy', {
              by: decision.by.name,
              on: formatDay(decision.on, t.language),
            }),
          },
          { name: t('content'), value: decision.content },
          { name: t('outcomeReason'), value: decision.reason },
          { name: t('remedy'), value: decision.remedy },
          { name: t('valid'), value: sayValidity(decision, t) },
          {
            name: t('licence'),
            value:
              licenceId === null ? (
                t('licenceNone')
              ) : (
                <To to={`/licences/${licenceId}`}>{t('openLicence')}</To>
              ),
          },
        ]}
      />
    </Section>
  );
}

type Words = ReturnType<typeof useWords<(typeof messages)['zh-CN']>>;

function sayValidity(
  { validFrom, validTo }: NonNullable<CaseInFull['decision']>,
  t: Words,
): string | null {
  if (validFrom === null) return null;
  const from = formatDay(validFrom, t.language);
  if (validTo === null) return t('validLong', { from });
  return t('validText', { from, to: formatDay(validTo, t.language) });
}

function Documents({ file }: TabProps) {
  const w = useWords(words);
  const answer = useCall(documentRoutes.listDocuments, { params: { id: file.id } });
  return (
    <Section title={w('documents')} description={w('reprintHint')}>
      <WithAnswer answer={answer}>
        {({ items }) => (
          <DocumentList
            items={items}
            addressOfDocument={(documentId) =>
              addressOf(documentRoutes.printDocument, { params: { id: file.id, documentId } })
            }
            renderBeside={({ id }) => <SignSlot caseId={file.id} documentId={id} />}
          />
        )}
      </WithAnswer>
    </Section>
  );
}

function Delivery({ file }: TabProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const { delivery, deliveryWish } = file;
  return (
    <Section title={t('delivered')}>
      <FactList
        facts={[
          {
            name: t('delivery'),
            value: [
              w(`delivery.${deliveryWish.way}`),
              deliveryWish.recipient,
              deliveryWish.phone,
              deliveryWish.address,
            ]
              .filter((part) => part !== '')
              .join(' · '),
          },
          { name: t('tracking'), value: file.trackingNo },
          {
            name: t('delivered'),
            value:
              delivery === null ? (
                t('deliveredNone')
              ) : (
                <>
                  {w(`delivery.${delivery.way}`)} ·{' '}
                  {t('deliveredText', { recipient: delivery.recipient })} ·{' '}
                  <TimeText at={delivery.at} /> · {delivery.byName}
                </>
              ),
          },
          {
            name: t('signature'),
            value:
              delivery === null || delivery.signatureFileId === null ? null : (
                <FileLinks fileIds={[delivery.signatureFileId]} />
              ),
          },
        ]}
      />
    </Section>
  );
}
