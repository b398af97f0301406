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
  const all = [
    { name: t('notice'), day: file.acceptedOn === null ? file.noticeDueOn : null, limit: 'notice' },
    { name: t('correctionDue'), day: file.correctionDueOn, limit: 'correction' },
    { name: t('supplementDue'), day: file.supplementDueOn, limit: 'supplement' },
    { name: t('promised'), day: file.promisedDueOn, limit: 'promised' },
    { name: t('statutory'), day: file.statutoryDueOn, limit: 'statutory' },
    { name: t('issueDue'), day: file.issueDueOn, limit: 'issue' },
  ];
  // The one that runs stands above in large.
  const others = all.filter(({ limit }) => limit !== due?.limit);
  return (
    <Section title={t('days')} actions={<LightTag light={file.light} />}>
      <div className="ow-file-due">
        {due === null ? null : <span>{w(`limit.${due.limit}`)}</span>}
        {due === null ? null : <strong>{formatDay(due.dueOn, t.language, true)}</strong>}
        <small>{sayLeft(file, w)}</small>
        {due?.provisional === true ? <small>{w('provisional')}</small> : null}
      </div>
      <FactList facts={others.map(({ name, day }) => ({ name, value: dayOf(day) }))} />
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
