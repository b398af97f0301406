import { FormShow } from '#modules/casework/matters/web/parts.ts';
import { formatDay } from '#web/kit/format.ts';
import { Notice, ProblemNotice, Section, TimeText, To, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type CaseInFull, outcomeWords } from '../../../contract.ts';
import { isWhole } from '../../parts/is-whole.ts';
import { messages as words } from '../../parts/messages.ts';
import { FactList } from './FactList.tsx';
import { messages } from './messages.ts';
import { RelatedSection } from './RelatedSection.tsx';
import { useItem } from './use-item.ts';

interface TabProps {
  readonly file: CaseInFull;
}

/** Who wants what, who has it, and what was filled in. */
export function OverviewTab({ file }: TabProps) {
  return (
    <>
      <Basics file={file} />
      <Corrections file={file} />
      {isWhole(file) ? null : <FormSection file={file} />}
      {file.related.length > 0 ? <RelatedSection file={file} /> : null}
    </>
  );
}

function Basics({ file }: TabProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const { language, say } = useLanguage();
  const { applicant, department, promise, proxy } = file;
  return (
    <Section title={t('basics')}>
      <FactList
        facts={[
          {
            name: t('applicant'),
            value:
              applicant === null ? null : (
                <>
                  <To to={`/parties/${applicant.id}`}>{applicant.name}</To>{' '}
                  <span className="ow-case-quiet">
                    {[applicant.identifier?.masked, applicant.phone].filter(Boolean).join(' · ')}
                  </span>
                </>
              ),
          },
          {
            name: t('agent'),
            value:
              file.agentId === null ? null : (
                <To to={`/parties/${file.agentId}`}>{t('openAgent')}</To>
              ),
          },
          {
            name: t('department'),
            value: language === 'zh-CN' ? department?.nameZh : department?.nameEn,
          },
          { name: t('handler'), value: file.handler?.name ?? t('nobody') },
          { name: t('channel'), value: w(`channel.${file.channel}`) },
          { name: t('submitted'), value: <TimeText at={file.submittedAt} /> },
          {
            name: t('received'),
            value: file.receivedAt === null ? null : <TimeText at={file.receivedAt} />,
          },
          {
            name: t('accepted'),
            value: file.acceptedOn === null ? null : <TimeText at={file.acceptedOn} />,
          },
          {
            name: t('acceptMode'),
            value: file.acceptMode === null ? null : w(`mode.${file.acceptMode}`),
          },
          {
            name: t('promise'),
            value: promise === null ? null : <PromiseText promise={promise} />,
          },
          {
            name: t('proxy'),
            value:
              proxy === null
                ? null
                : `${w(`proxy.${proxy.stage}`)} · ${t('proxyAt', { place: proxy.placeName })}`,
          },
          { name: t('delivery'), value: w(`delivery.${file.deliveryWish.way}`) },
          {
            name: t('outcome'),
            value: file.outcome === null ? null : say(outcomeWords[file.outcome]),
          },
          { name: t('outcomeReason'), value: file.outcomeReason },
          {
            name: t('updated'),
            value: (
              <>
                {file.updatedByName} · <TimeText at={file.updatedAt} as="distance" />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function PromiseText({ promise }: { readonly promise: NonNullable<CaseInFull['promise']> }) {
  const t = useWords(messages);
  const w = useWords(words);
  return [
    w(`promise.${promise.state}`),
    promise.inspectBy === null ? '' : t('inspectBy', { day: promise.inspectBy }),
    promise.rectifyBy === null ? '' : t('rectifyBy', { day: promise.rectifyBy }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function Corrections({ file }: TabProps) {
  const t = useWords(messages);
  if (file.corrections.length === 0) return null;
  return (
    <Section title={t('corrections')}>
      {file.corrections.toReversed().map((notice) => (
        <div key={notice.noticeNo} className="ow-file-entry">
          <p>
            {t('correctionNo', {
              number: notice.noticeNo,
              on: formatDay(notice.toldOn, t.language),
              due: formatDay(notice.dueOn, t.language),
            })}
          </p>
          <ul>
            {notice.items.map((item) => (
              <li key={`${item.paperKey} ${item.field} ${item.defect}`}>
                <strong>{item.defect}</strong> {item.howToFix}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function FormSection({ file }: TabProps) {
  const t = useWords(messages);
  const { item, isPending, problem } = useItem(file);
  return (
    <Section title={t('form')}>
      <ProblemNotice problem={problem} />
      {item === undefined && !isPending && problem === null ? (
        <Notice tone="warn" title={t('formNone')} />
      ) : null}
      {isPending ? <p className="ow-case-quiet">{t('formWaiting')}</p> : null}
      {item === undefined ? null : (
        <FormShow form={item.form} answers={file.answers} values={file.form} />
      )}
    </Section>
  );
}
