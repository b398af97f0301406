import { describe, expect, it } from 'vitest';

import { routes } from '#kernel/access/contract.ts';

import { targetOf } from './use-keep-inside.ts';

const HERE = 'https://hall.example';
const to = (href: string) => targetOf({ href }, HERE);

describe('a link on a kiosk', () => {
  it('goes on to a page of the centre', () => {
    expect(to(`${HERE}/matters/1?item=a`)).toBe('page');
  });
  it('is printed when it is a paper', () => {
    expect(to(`${HERE}/api/v1/files/1/content`)).toBe('paper');
  });
  it('becomes card and code where it would sign in at another site', () => {
    expect(to(`${HERE}${routes.startIdentity.path}?as=person`)).toBe('sign-in');
  });
  it.each(['https://elsewhere.example/', 'tel:12345', 'mailto:a@b.example', 'not an address'])(
    'leads nowhere else: %s',
    (href) => {
      expect(to(href)).toBe('nowhere');
    },
  );
});
