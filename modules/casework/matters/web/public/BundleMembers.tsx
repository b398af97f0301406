import { Card, StatusTag, To } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { BundleGuide, BundleRequirements } from '../../contract.ts';
import { useLimitWords } from '../words/use-limit-words.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

export interface BundlePartProps {
  readonly guide: BundleGuide;
  readonly requirements: BundleRequirements;
}

/** The matters of the bundle: which are wanted by the answers, in which order, and how long each takes. */
export function BundleMembers({ guide, requirements }: BundlePartProps) {
  const t = useWords(messages);
  const say = useText();
  const sayLimit = useLimitWords();
  const isOpen = requirements.unanswered.length > 0;
  const isSerial = guide.content.mode === 'serial';
  return (
    <Card title={t('membersTitle')} hint={t(isSerial ? 'serial' : 'parallel')}>
      <ul className="ow-guide-law ow-guide-members">
        {guide.members.map((member) => {
          const wanted = requirements.members.find(({ key }) => key === member.key);
          const limit = wanted?.requirements.promised ?? member.item.promised;
          return (
            <li key={member.key} data-out={wanted === undefined ? 'yes' : 'no'}>
              <p>
                <To to={`/matters/${member.matterId}`}>{say(member.matterName)}</To>
                {say(member.item.name) === say(member.matterName)
                  ? null
                  : ` · ${say(member.item.name)}`}
              </p>
              <p className="ow-guides-facts">
                {wanted === undefined ? (
                  <StatusTag tone="idle">{t(isOpen ? 'perhaps' : 'notNeeded')}</StatusTag>
                ) : null}
                {wanted !== undefined && isSerial ? (
                  <span>{t('stage', { number: wanted.stage + 1 })}</span>
                ) : null}
                <span>{member.departmentName}</span>
                <span>
                  {t('promised')} {sayLimit(limit)}
                </span>
              </p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
