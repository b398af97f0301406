import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  ActionLink,
  EmptyState,
  PublicPage,
  useFilters,
  useLanguage,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type CarrierCard,
  CarrierKind,
  carrierKindWords,
  routes,
  type Town,
} from '../../contract.ts';
import { messages } from './messages.ts';

import './premises.css';

const Filters = z.object({
  search: z.string().max(100).optional(),
  kind: CarrierKind.optional(),
  town: z.string().max(9).optional(),
  free: z.literal('true').optional(),
});

/** Where firms can be registered without a paper: carriers by name, kind and town. */
export function CarriersPage() {
  const t = useWords(messages);
  const [filters, setFilters] = useFilters(Filters);
  const answer = useCall(routes.listCarriers, { query: filters }, { keepsFormer: true });
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <FilterLine
        towns={answer.data?.towns ?? []}
        filters={filters}
        onChange={(changed) => setFilters(changed)}
      />
      <WithPublicAnswer answer={answer}>{({ items }) => <Cards items={items} />}</WithPublicAnswer>
    </PublicPage>
  );
}

interface FilterLineProps {
  readonly towns: readonly Town[];
  readonly filters: z.infer<typeof Filters>;
  readonly onChange: (changed: Partial<z.infer<typeof Filters>>) => void;
}

function FilterLine({ towns, filters, onChange }: FilterLineProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const orNone = (value: string) => (value === '' ? undefined : value);
  return (
    <search className="ow-prem-filters">
      <label>
        {t('search')}
        <input
          type="search"
          value={filters.search ?? ''}
          onChange={({ target }) => onChange({ search: orNone(target.value) })}
        />
      </label>
      <label>
        {t('kind')}
        <select
          value={filters.kind ?? ''}
          onChange={({ target }) => onChange({ kind: CarrierKind.safeParse(target.value).data })}
        >
          <option value="">{t('all')}</option>
          {CarrierKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {say(carrierKindWords[kind])}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('town')}
        <select
          value={filters.town ?? ''}
          onChange={({ target }) => onChange({ town: orNone(target.value) })}
        >
          <option value="">{t('all')}</option>
          {towns.map((town) => (
            <option key={town.code} value={town.code}>
              {say(town.name)}
            </option>
          ))}
        </select>
      </label>
      <label className="ow-prem-check">
        <input
          type="checkbox"
          checked={filters.free === 'true'}
          onChange={({ target }) => onChange({ free: target.checked ? 'true' : undefined })}
        />
        {t('onlyFree')}
      </label>
    </search>
  );
}

function Cards({ items }: { readonly items: readonly CarrierCard[] }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  if (items.length === 0) return <EmptyState title={t('none')} hint={t('noneHint')} />;
  return (
    <ul className="ow-prem-cards">
      {items.map((card) => (
        <li key={card.id} className="ow-card">
          <div>
            <h2>{language === 'en' && card.nameEn !== '' ? card.nameEn : card.name}</h2>
            <small>
              {say(carrierKindWords[card.kind])} · {say(card.town.name)}
            </small>
          </div>
          <div>
            <p>{card.address}</p>
            <p className="ow-prem-count" data-none={card.free === 0 ? 'yes' : 'no'}>
              {t('free')} <strong>{card.free}</strong> / {card.units}
            </p>
          </div>
          <ActionLink look="strong" to={`/premises/carriers/${card.id}`}>
            {t('open')}
          </ActionLink>
        </li>
      ))}
    </ul>
  );
}
