import { formatDay } from '#web/kit/format.ts';
import { Section, TimeText, To } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { CaseInFull } from '../../../contract.ts';
import { LightTag } from '../../parts/CaseTags.tsx';
import { messages as words } from '../../parts/messages.ts';
import { sayLeft } from '../../parts/say-due.ts';
import { FactList } from './FactList.tsx';
import { messages } from './messages.ts';

/** The day that counts now in large, the other days below. */
export function DaysPanel({ file }: { readonly file: CaseInFull }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { due, extension } = file;
  const dayOf = (day: string | null) => (day === null ? null : <TimeText at={day} />);
  return (
    <Section title={t('days')} actions={<LightTag light={file.light} />}>
      <div className="ow-file-due">
        {due === null ? null : <span>{w(`limit.${due.limit}`)}</span>}
        {due === null ? null : <strong>{formatDay(due.dueOn, t.language, true)}</strong>}
        <small>{sayLeft(file, w)}</small>
        {due?.provisional === true ? <small>{w('provisional')}</small> : null}
      </div>
      <FactList
        facts={[
          { name: t('notice'), value: file.acceptedOn === null ? dayOf(file.noticeDueOn) : null },
          { name: t('correctionDue'), value: dayOf(file.correctionDueOn) },
          { name: t('supplementDue'), value: dayOf(file.supplementDueOn) },
          { name: t('promised'), value: dayOf(file.promisedDueOn) },
          { name: t('statutory'), value: dayOf(file.statutoryDueOn) },
          { name: t('issueDue'), value: dayOf(file.issueDueOn) },
        ]}
      />
      {extension === null ? null : (
        <p className="ow-case-quiet">
          {t('extended', {
            days: extension.days,
            on: formatDay(extension.on, t.language),
            by: extension.byName,
          })}
        </p>
      )}
      <To to={`/cases/${file.id}`} search={{ tab: 'progress' }}>
        {t('why')}
      </To>
    </Section>
  );
}
