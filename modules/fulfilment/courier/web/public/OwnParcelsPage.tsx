import { useCall } from '#web/client/index.ts';
import { Card, EmptyState, PublicPage, WithPublicAnswer } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnParcel, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { ParcelTag } from '../parts/ParcelTag.tsx';
import { Tracking } from '../parts/Tracking.tsx';

import '../parts/courier.css';

/** One's own parcels, and where they are. */
export function OwnParcelsPage() {
  const t = useWords(messages);
  const answer = useCall(routes.listOwnParcels);
  return (
    <PublicPage title={t('mine')} lead={t('mineLead')}>
      <WithPublicAnswer answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('mineNone')} />
          ) : (
            <>
              {items.map((parcel) => (
                <One key={parcel.id} parcel={parcel} />
              ))}
            </>
          )
        }
      </WithPublicAnswer>
    </PublicPage>
  );
}

function One({ parcel }: { readonly parcel: OwnParcel }) {
  const t = useWords(messages);
  const facts = [
    [t('subject'), parcel.subjectNo],
    [t('direction'), t(`direction.${parcel.direction}`)],
    [t('recipient'), parcel.recipient],
    [t('carrier'), parcel.carrierName],
    [t('tracking'), parcel.trackingNo],
  ] as const;
  return (
    <Card>
      <div className="ow-parcel-head">
        <h2>{parcel.contents}</h2>
        <ParcelTag state={parcel.state} />
      </div>
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
      <Tracking lines={parcel.tracking} />
    </Card>
  );
}
