import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { routes } from '#kernel/access/contract.ts';
import { send } from '#web/client/index.ts';

/** A paper that a page links to, to be printed here instead of being opened elsewhere. */
export interface Paper {
  readonly address: string;
  readonly name: string;
  readonly content: Promise<Blob>;
}

export type LinkTarget = 'page' | 'sign-in' | 'paper' | 'nowhere';

/** What a link on a kiosk leads to: nothing leaves this machine or opens a second window. */
export function targetOf(link: Pick<HTMLAnchorElement, 'href'>, origin: string): LinkTarget {
  if (!URL.canParse(link.href)) return 'nowhere';
  const { origin: own, pathname, protocol } = new URL(link.href);
  if (!protocol.startsWith('http') || own !== origin) return 'nowhere';
  if (pathname === routes.startIdentity.path) return 'sign-in';
  return pathname.startsWith('/api/') ? 'paper' : 'page';
}

/** Keeps every link inside the kiosk. Pages go on by the router; papers are fetched in the visitor's name. */
export function useKeepInside() {
  const [paper, setPaper] = useState<Paper>();
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || event.defaultPrevented || link.href === '') return;
      if (link.getAttribute('href')?.startsWith('#') === true) return;
      event.preventDefault();
      const { pathname, search } = new URL(link.href);
      switch (targetOf(link, globalThis.location.origin)) {
        case 'sign-in':
          void navigate({ to: '/sign-in' });
          break;
        case 'paper': {
          const address = `${pathname}${search}`;
          setPaper({
            address,
            name: link.textContent.trim(),
            content: send({ method: 'GET', address }).then((answer) => answer.blob()),
          });
          break;
        }
        case 'page':
          void navigate({ href: `${pathname}${search}` });
          break;
        case 'nowhere':
          break;
      }
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [navigate]);
  return { paper, close: () => setPaper(undefined) };
}
