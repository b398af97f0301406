import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { Words } from '#kernel/problems/contract.ts';

import { useMay } from '../../../client/session.tsx';
import { useLanguage } from '../../language.tsx';
import { isInNavigation, type PageDefinition } from '../../pages.ts';
import type { SearchHit } from '../../search.ts';
import { useMayOpen, useStaffSurface } from './surface-context.ts';

export interface HitGroup {
  readonly name: string;
  readonly title: Words;
  readonly hits: readonly SearchHit[];
}

export interface Found {
  readonly groups: readonly HitGroup[];
  readonly isSearching: boolean;
  /** Some kinds could not be searched. */
  readonly isPartial: boolean;
}

const pagesTitle: Words = { 'zh-CN': '页面', en: 'Pages' };
const PAUSE_MS = 150;
const PAGES_SHOWN = 6;

/** Searches the pages here and everything else by the modules' providers, when the typing pauses. */
export function useSearch(text: string): Found {
  const surface = useStaffSurface();
  const may = useMay();
  const settled = useSettled(text.trim());
  const providers = surface.searches.filter(
    ({ surfaces, permission }) =>
      surfaces.includes(surface.name) && (permission === undefined || may(permission)),
  );
  const answers = useQueries({
    queries: providers.map((provider) => ({
      queryKey: ['search', provider.name, settled],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => provider.find(settled, signal),
      enabled: settled !== '',
      staleTime: 30_000,
    })),
  });
  const pages = usePages(settled);
  const groups = [
    { name: 'pages', title: pagesTitle, hits: pages },
    ...providers.map((provider, index) => ({
      name: provider.name,
      title: provider.title,
      hits: answers[index]?.data ?? [],
    })),
  ];
  return {
    groups: settled === '' ? [] : groups.filter((group) => group.hits.length > 0),
    isSearching: settled !== text.trim() || answers.some((answer) => answer.isFetching),
    isPartial: answers.some((answer) => answer.isError),
  };
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function usePages(text: string): readonly SearchHit[] {
  const { pages, name } = useStaffSurface();
  const mayOpen = useMayOpen();
  const { say } = useLanguage();
  if (text === '') return [];
  const wanted = text.toLowerCase();
  return pages
    .filter((page) => page.surface === name && isInNavigation(page) && mayOpen(page))
    .filter((page) => wordsOf(page).some((word) => word.toLowerCase().includes(wanted)))
    .slice(0, PAGES_SHOWN)
    .map((page) => ({
      id: page.path,
      title: say(page.title),
      detail: page.hint && say(page.hint),
      to: page.path,
    }));
}

function wordsOf({ title, hint, alsoCalled }: PageDefinition): readonly string[] {
  return [title, hint, alsoCalled].flatMap((words) => (words ? [words['zh-CN'], words.en] : []));
}
