import { useText } from '#modules/casework/matters/web/parts.ts';
import { Card, To } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { OwnCase } from '../../../contract.ts';
import { StateTag } from '../../parts/CaseTags.tsx';
import { isWhole } from '../../parts/is-whole.ts';
import { messages } from '../messages.ts';

/** The other cases of the same 一件事, each with where it stands. */
export function RelatedCard({ file }: { readonly file: OwnCase }) {
  const t = useWords(messages);
  const text = useText();
  const isAll = isWhole(file);
  return (
    <Card
      title={t(isAll ? 'related.parts' : 'related.others')}
      {...(isAll ? { hint: t('related.partsHint') } : {})}
    >
      <ul className="ow-own-cases">
        {file.related.map((one) => (
          <li key={one.id}>
            <div>
              <To to={`/me/cases/${one.id}`}>{text(one.matterName)}</To>
              <small>{one.caseNo}</small>
            </div>
            <StateTag state={one.state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
