import { useWords } from '#web/kit/words.ts';

import type { OwnParcel } from '../../contract.ts';
import { messages } from '../messages.ts';

import '../parts/courier.css';

/** What a parcel is for and who brings it. */
export function OwnFacts({ parcel }: { readonly parcel: OwnParcel }) {
  const t = useWords(messages);
  const facts = [
    [t('subject'), parcel.subjectNo],
    [t('direction'), t(`direction.${parcel.direction}`)],
    [t('recipient'), parcel.recipient],
    [t('carrier'), parcel.carrierName],
    [t('tracking'), parcel.trackingNo],
  ] as const;
  return (
    <dl className="ow-parcel-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
