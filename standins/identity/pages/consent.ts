import { maskCitizenId, maskPhone } from '#kernel/crypto/mask.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { html } from '../../pages/html.ts';
import type { DemonstrationPerson } from '../person.ts';
import { say, toPage } from './layout.ts';

/** The page that shows what the centre will be told, before it is told. */
export function consentPage(locale: Locale, person: DemonstrationPerson, client: string): string {
  const rows = sharedOf(locale, person).map(
    ([term, value]) =>
      html`<dt>${term}</dt>
        <dd>${value}</dd>`,
  );
  const content = html`<p>${say(locale, 'consentHint', { client })}</p>
    <dl>${rows}</dl>
    <form method="post" class="acts">
      <button class="main" name="decision" value="consent">${say(locale, 'consent')}</button>
      <button name="decision" value="cancel">${say(locale, 'decline')}</button>
    </form>`;
  return toPage(locale, say(locale, 'consentTitle'), content);
}

function sharedOf(locale: Locale, person: DemonstrationPerson): Array<readonly [string, string]> {
  const { firm } = person;
  const own: Array<readonly [string, string]> = [
    [say(locale, 'name'), person.name],
    [say(locale, 'idNumber'), maskCitizenId(person.idNumber)],
    [say(locale, 'phone'), maskPhone(person.phone)],
    [say(locale, 'level'), person.level],
  ];
  if (firm === undefined) return own;
  return [
    [say(locale, 'firmName'), firm.name],
    [say(locale, 'uscc'), firm.uscc],
    [say(locale, 'firmRole'), say(locale, firm.role === 'agent' ? 'agent' : 'legalRepresentative')],
    ...own,
  ];
}
