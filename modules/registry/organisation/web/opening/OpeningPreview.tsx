import { useQuery } from '@tanstack/react-query';

import { type ApiProblem, call } from '#web/client/index.ts';
import { Section, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OpeningDay, routes, type Stretch } from '../../contract.ts';
import { DaysTable } from './DaysTable.tsx';
import { messages } from './messages.ts';

interface OpeningPreviewProps {
  readonly siteId: string;
  readonly zoneId: string | null;
  /** A week that is not saved yet; the saved hours without it. */
  readonly draft?: { readonly validFrom: string; readonly stretches: Stretch[] } | undefined;
}

/** The coming days, as they are or as the edited week would make them. */
export function OpeningPreview({ siteId, zoneId, draft }: OpeningPreviewProps) {
  const t = useWords(messages);
  const body = { zoneId, ...(draft === undefined ? {} : { draft }) };
  const answer = useQuery<{ readonly days: OpeningDay[] }, ApiProblem>({
    queryKey: [routes.previewOpening.name, siteId, JSON.stringify(body)],
    queryFn: ({ signal }) => call(routes.previewOpening, { params: { id: siteId }, body, signal }),
    placeholderData: (former) => former,
  });
  const label = t(draft === undefined ? 'preview' : 'previewDraft');
  return (
    <Section title={label}>
      <WithAnswer answer={answer}>
        {({ days }) => <DaysTable label={label} days={days} />}
      </WithAnswer>
    </Section>
  );
}
