import { useCall } from '#web/client/index.ts';
import {
  ActionLink,
  Card,
  EmptyState,
  PublicPage,
  To,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnParcel, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { ParcelTag } from '../parts/ParcelTag.tsx';
import { messages as ownMessages } from './messages.ts';
import { OwnFacts } from './OwnFacts.tsx';

import '../parts/courier.css';

/** One's own parcels, and where they are. */
export function OwnParcelsPage() {
  const t = useWords(messages);
  const own = useWords(ownMessages);
  const answer = useCall(routes.listOwnParcels);
  return (
    <PublicPage
      title={t('mine')}
      lead={t('mineLead')}
      actions={<ActionLink to="/me/parcels/collection">{own('collect')}</ActionLink>}
    >
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
  const own = useWords(ownMessages);
  return (
    <Card>
      <div className="ow-parcel-head">
        <h2>{parcel.contents}</h2>
        <ParcelTag state={parcel.state} />
      </div>
      <OwnFacts parcel={parcel} />
      <To to={`/me/parcels/${parcel.id}`}>{own('open')}</To>
    </Card>
  );
}
