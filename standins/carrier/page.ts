import type { Locale } from '#kernel/problems/contract.ts';

import { html, type Html } from '../pages/html.ts';
import { toStandinPage } from '../pages/page.ts';
import { habitWords, saidOf } from './habits.ts';
import { banner, say } from './messages.ts';
import type { ParcelRow } from './repository.ts';

export interface DeskState {
  readonly parcels: readonly ParcelRow[];
  readonly untold: ReadonlyMap<string, number>;
  readonly mount: string;
  readonly month: string;
}

/** What the carrier has, and the courier who comes to the window. */
export function deskPage(locale: Locale, state: DeskState): string {
  const { parcels, mount, month } = state;
  const content = html`<p>${say(locale, 'hint')}</p>
    <p class="acts">
      <a href="${mount}">${say(locale, 'refresh')}</a>
      <a href="${mount}/bill?month=${month}">${say(locale, 'bill')}</a>
    </p>
    ${parcels.length === 0 ? html`<p>${say(locale, 'none')}</p>` : tableOf(locale, state)}`;
  return toStandinPage({ locale, banner, title: say(locale, 'title'), content, isWide: true });
}

const tableOf = (locale: Locale, state: DeskState): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${say(locale, 'parcels')}">
    <table>
      <caption>
        ${say(locale, 'parcels')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say(locale, 'number')}</th>
          <th scope="col">${say(locale, 'what')}</th>
          <th scope="col">${say(locale, 'habit')}</th>
          <th scope="col">${say(locale, 'state')}</th>
          <th scope="col">${say(locale, 'acts')}</th>
        </tr>
      </thead>
      <tbody>
        ${state.parcels.map((row) => lineOf(locale, row, state))}
      </tbody>
    </table>
  </div>`;

function lineOf(locale: Locale, row: ParcelRow, { untold, mount }: DeskState): Html {
  const waiting = untold.get(row.number) ?? 0;
  const told = row.last_code === null ? say(locale, 'ordered') : saidOf(row.last_code);
  const telling = say(locale, 'telling').replace('{count}', String(waiting));
  return html`<tr>
    <td>${row.tracking_no}<small>${row.number}</small></td>
    <td>
      ${row.contents}<small>${say(locale, row.direction)} · ${row.recipient} · ${row.place}</small>
    </td>
    <td>${habitWords[row.habit][locale]}</td>
    <td>${told}<small>${waiting === 0 ? '' : telling}</small></td>
    <td>${row.collected_at === null ? collectForm(locale, row, mount) : ''}</td>
  </tr>`;
}

const collectForm = (locale: Locale, row: ParcelRow, mount: string): Html =>
  html`<form method="post" action="${mount}/collections">
    <input type="hidden" name="number" value="${row.number}" />
    <button class="main" type="submit" aria-label="${say(locale, 'collect')} ${row.tracking_no}">
      ${say(locale, 'collect')}
    </button>
  </form>`;
