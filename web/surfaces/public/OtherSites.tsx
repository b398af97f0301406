import type { PublicSite } from '#modules/registry/organisation/contract.ts';

import { ActionLink, Card } from '../../kit/public/index.ts';
import { usePublicPages } from '../../kit/public/pages-context.ts';
import { useWords } from '../../kit/words.ts';
import { messages } from './messages.ts';

const WHERE = '/where';

/** How many other places there are and how many serve now; all of them are on a page of their own. */
export function OtherSites({ sites }: { readonly sites: readonly PublicSite[] }) {
  const t = useWords(messages);
  const hasPage = usePublicPages().some((page) => page.surface === 'public' && page.path === WHERE);
  const serving = sites.filter((site) => site.closedOn === null);
  if (serving.length === 0) return null;
  const open = serving.filter((site) => site.now.isOpen);
  return (
    <Card
      title={t('others')}
      actions={hasPage ? <ActionLink to={WHERE}>{t('othersAll')}</ActionLink> : undefined}
    >
      <p>{t('othersHint', { count: serving.length, open: open.length })}</p>
    </Card>
  );
}
