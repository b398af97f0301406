import { useRef, useState } from 'react';

import { type ApiProblem, call, toApiProblem } from '#web/client/index.ts';

import { type Found, routes } from '../../contract.ts';

export interface PartySearch {
  readonly found: Found | undefined;
  readonly problem: ApiProblem | undefined;
  readonly isBusy: boolean;
  readonly search: (text: string) => void;
  readonly more: (() => void) | undefined;
  readonly clear: () => void;
}

/** A search whose text and hits live on the page only: neither the address nor any cache keeps a number. */
export function usePartySearch(): PartySearch {
  const [found, setFound] = useState<Found | undefined>(undefined);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const latest = useRef('');
  const ask = async (text: string, former: Found | undefined) => {
    latest.current = text;
    setBusy(true);
    setProblem(undefined);
    try {
      const cursor = former?.nextCursor ?? undefined;
      const body = { text, ...(cursor === undefined ? {} : { cursor }) };
      const answer = await call(routes.searchParties, { body });
      // Somebody who types on has asked again meanwhile.
      if (latest.current !== text) return;
      setFound({ ...answer, items: [...(former?.items ?? []), ...answer.items] });
    } catch (error) {
      if (latest.current === text) setProblem(toApiProblem(error));
    } finally {
      if (latest.current === text) setBusy(false);
    }
  };
  const more = found?.nextCursor == null ? undefined : () => void ask(latest.current, found);
  return {
    found,
    problem,
    isBusy,
    search: (text) => void ask(text.trim(), undefined),
    more,
    clear: () => {
      latest.current = '';
      setFound(undefined);
      setProblem(undefined);
    },
  };
}
