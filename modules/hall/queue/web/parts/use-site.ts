import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/public/index.ts';

import { routes } from '../../contract.ts';

/** Sites that give tickets, for choosing among them; the first unless another was chosen. */
export function useSite(chosen: string | undefined) {
  const { language } = useLanguage();
  const answer = useCall(routes.listPublicSites, undefined, { freshMs: 300_000 });
  const options = (answer.data?.items ?? []).map((site) => ({
    value: site.id,
    label: language === 'en' ? site.nameEn : site.nameZh,
  }));
  return { answer, options, siteId: chosen ?? options[0]?.value };
}
