import { formatDay } from '#web/kit/format.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import type { Member } from '../../contract.ts';
import { LicenceTag } from './LicenceTag.tsx';
import { messages } from './messages.ts';

/** What a composite licence carries, each with its own state. */
export function Members({ members }: { readonly members: ReadonlyArray<Omit<Member, 'id'>> }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <ul className="ow-lic-members">
      {members.map((member) => (
        <li key={member.number} data-state={member.state}>
          <span>
            <strong>{say(member.kind.name)}</strong>
            <small>
              {member.number} ·{' '}
              {member.validUntil === null
                ? t('longTerm')
                : t('until', { day: formatDay(member.validUntil, t.language) })}
            </small>
          </span>
          <LicenceTag state={member.state} />
        </li>
      ))}
    </ul>
  );
}
