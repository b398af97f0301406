import type { PrinterTrouble } from '#modules/registry/devices/contract.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../cards/messages.ts';
import type { Printer } from './use-printer.ts';

const STATES: ReadonlyArray<Extract<PrinterTrouble, 'paper-out' | 'cover-open' | 'offline'>> = [
  'paper-out',
  'cover-open',
  'offline',
];

/** The paper of a printer played by software, as the bytes would have printed it. */
export function SimulatedPrinter({ printer }: { readonly printer: Printer }) {
  const t = useWords(messages);
  return (
    <fieldset>
      <legend>{t('printer')}</legend>
      {STATES.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={printer.simulated === state}
          onClick={() => printer.simulate(printer.simulated === state ? undefined : state)}
        >
          {t(state)}
        </button>
      ))}
      {printer.papers.map((picture, index) => (
        <img key={picture} src={picture} alt={t('paper', { number: index + 1 })} />
      ))}
    </fieldset>
  );
}
