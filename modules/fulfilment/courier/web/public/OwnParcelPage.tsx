import { useCall } from '#web/client/index.ts';
import { Card, PublicPage, useParam, WithPublicAnswer } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { ParcelTag } from '../parts/ParcelTag.tsx';
import { Tracking } from '../parts/Tracking.tsx';
import { messages } from './messages.ts';
import { OwnFacts } from './OwnFacts.tsx';

/** One parcel of one's own, and where it was. */
export function OwnParcelPage() {
  const t = useWords(messages);
  const id = useParam('parcelId');
  const answer = useCall(routes.getOwnParcel, { params: { id } });
  return (
    <WithPublicAnswer answer={answer}>
      {(parcel) => (
        <PublicPage
          title={parcel.contents}
          lead={`${t('number')} ${parcel.number}`}
          crumbs={[{ title: t('back'), to: '/me/parcels' }]}
          state={<ParcelTag state={parcel.state} />}
        >
          <Card>
            <OwnFacts parcel={parcel} />
          </Card>
          <Card title={t('track')}>
            {parcel.tracking.length === 0 ? (
              <p>{t('trackNone')}</p>
            ) : (
              <Tracking lines={parcel.tracking} />
            )}
          </Card>
        </PublicPage>
      )}
    </WithPublicAnswer>
  );
}
