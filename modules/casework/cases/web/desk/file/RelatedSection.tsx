import { useText } from '#modules/casework/matters/web/parts.ts';
import { Section, To } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { CaseInFull } from '../../../contract.ts';
import { StateTag } from '../../parts/CaseTags.tsx';
import { messages } from './messages.ts';

/** Cases of the same 一件事, or decided before this one. */
export function RelatedSection({ file }: { readonly file: CaseInFull }) {
  const t = useWords(messages);
  const text = useText();
  return (
    <Section title={t('related')}>
      <ul className="ow-case-documents">
        {file.related.map((one) => (
          <li key={one.id}>
            <div>
              <To to={`/cases/${one.id}`}>{text(one.matterName)}</To>
              <small>
                {one.caseNo}
                {one.isPrerequisite ? ` · ${t('prerequisite')}` : ''}
              </small>
            </div>
            <StateTag state={one.state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
