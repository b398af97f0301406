import { maskCitizenId, maskUscc } from '#kernel/crypto/mask.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { html, type Html } from '../../pages/html.ts';
import type { DemonstrationPerson } from '../person.ts';
import { say, toPage } from './layout.ts';

/** The page on which a visitor picks whom to be; firms first for somebody who came to act for one. */
export function choosePage(
  locale: Locale,
  people: readonly DemonstrationPerson[],
  firmsFirst: boolean,
): string {
  const citizens = section(
    locale,
    say(locale, 'people'),
    people.filter((person) => person.firm === undefined),
  );
  const firms = section(
    locale,
    say(locale, 'firms'),
    people.filter((person) => person.firm !== undefined),
  );
  const content = html`<p>${say(locale, 'chooseHint')}</p>
    ${people.length === 0 ? html`<p role="status">${say(locale, 'noneOnOffer')}</p>` : []}
    ${firmsFirst ? [firms, citizens] : [citizens, firms]}
    <form method="post" class="acts">
      <button name="decision" value="cancel">${say(locale, 'cancel')}</button>
    </form>`;
  return toPage(locale, say(locale, 'chooseTitle'), content);
}

function section(locale: Locale, title: string, people: readonly DemonstrationPerson[]): Html {
  if (people.length === 0) return html``;
  return html`<section>
    <h2>${title}</h2>
    <ul>
      ${people.map((person) => choice(locale, person))}
    </ul>
  </section>`;
}

function choice(locale: Locale, person: DemonstrationPerson): Html {
  const { firm } = person;
  const title = firm?.name ?? person.name;
  const detail =
    firm === undefined
      ? maskCitizenId(person.idNumber)
      : `${maskUscc(firm.uscc)} · ${person.name} · ${say(locale, firm.role === 'agent' ? 'agent' : 'legalRepresentative')}`;
  return html`<li>
    <form method="post">
      <input type="hidden" name="subject" value="${person.subject}" />
      <button class="person" name="decision" value="choose">
        <strong>${title}</strong><span>${say(locale, 'level')} ${person.level}</span
        ><small>${detail}</small>
      </button>
    </form>
  </li>`;
}
