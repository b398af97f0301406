import type { Locale } from '#kernel/problems/contract.ts';

import { html, type Html } from '../../pages/html.ts';
import { say, toPage } from './layout.ts';

/** Asks whether to leave the service too. `form` is the provider's own, already safe. */
export function signOutPage(locale: Locale, form: Html): string {
  return toPage(
    locale,
    say(locale, 'signOutTitle'),
    html`<p>${say(locale, 'signOutHint')}</p>
      ${form}
      <div class="acts">
        <button class="main" form="op.logoutForm" name="logout" value="yes">
          ${say(locale, 'signOut')}
        </button>
        <button form="op.logoutForm">${say(locale, 'staySignedIn')}</button>
      </div>`,
  );
}

export function signedOutPage(locale: Locale): string {
  return toPage(
    locale,
    say(locale, 'signedOutTitle'),
    html`<p>${say(locale, 'signedOutHint')}</p>
      ${back(locale)}`,
  );
}

/** Something went wrong; the code is for whoever looks into it. */
export function errorPage(locale: Locale, code: string): string {
  return toPage(
    locale,
    say(locale, 'errorTitle'),
    html`<p>${say(locale, 'errorHint')}</p>
      <p><code>${code}</code></p>
      ${back(locale)}`,
  );
}

function back(locale: Locale): Html {
  return html`<p class="acts"><a href="/">${say(locale, 'back')}</a></p>`;
}
