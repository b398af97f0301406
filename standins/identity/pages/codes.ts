import { maskCitizenId, maskUscc } from '#kernel/crypto/mask.ts';
import { qrSvg } from '#kernel/documents/qr/qr.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { html, type Html } from '../../pages/html.ts';
import { CODE_SECONDS } from '../codes.ts';
import type { DemonstrationPerson } from '../person.ts';
import { say, toPage } from './layout.ts';

export interface ShownCode {
  readonly person: DemonstrationPerson;
  readonly code: string;
}

/** What the imagined people have on their telephones, for a scanner or to be copied into the box of a window. */
export function codesPage(locale: Locale, shown: readonly ShownCode[]): string {
  const seconds = String(CODE_SECONDS);
  const content = html`<p>${say(locale, 'codesHint', { seconds })}</p>
    <form method="get" class="acts"><button>${say(locale, 'codesAgain')}</button></form>
    <ul class="codes">
      ${shown.map((one) => toEntry(locale, one))}
    </ul>`;
  return toPage(locale, say(locale, 'codesTitle'), content);
}

function toEntry(locale: Locale, { person, code }: ShownCode): Html {
  const { firm } = person;
  const kind = say(locale, firm === undefined ? 'codeOfPerson' : 'codeOfFirm');
  const title = firm?.name ?? person.name;
  const number = firm === undefined ? maskCitizenId(person.idNumber) : maskUscc(firm.uscc);
  // Drawn here from the code, with nothing of the visitor's in it.
  const picture: Html = { markup: qrSvg(code, { size: 180, title: `${kind} ${title}` }) };
  return html`<li>
    <h2>${title}</h2>
    <p>${kind} · ${number}</p>
    ${picture}
    <p><code>${code}</code></p>
  </li>`;
}
