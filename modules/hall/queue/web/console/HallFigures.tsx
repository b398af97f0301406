import { useWords } from '#web/kit/words.ts';

import type { AgainstUsual, Hall } from '../../contract.ts';
import { messages } from '../messages.ts';

/** Today against what is usual for this weekday and hour. */
export function HallFigures({ hall }: { readonly hall: Hall }) {
  const t = useWords(messages);
  const usual = ({ usual: value }: AgainstUsual) =>
    value === null ? t('noUsual') : t('usual', { value });
  const figures = [
    { key: 'waiting', name: t('waitingShort'), value: hall.waiting, note: '' },
    { key: 'longest', name: t('longest'), value: hall.longestWaitMinutes, note: '' },
    {
      key: 'issued',
      name: t('issuedToday'),
      value: hall.issued.today,
      note: usual(hall.issued),
    },
    {
      key: 'served',
      name: t('servedTodayLabel'),
      value: hall.served.today,
      note: usual(hall.served),
    },
    {
      key: 'abandoned',
      name: t('abandonedToday'),
      value: hall.abandoned.today,
      note: usual(hall.abandoned),
    },
    {
      key: 'wait',
      name: t('meanWait'),
      value: hall.waitMinutes.today,
      note: usual(hall.waitMinutes),
    },
    {
      key: 'serve',
      name: t('meanServe'),
      value: hall.serveMinutes.today,
      note: usual(hall.serveMinutes),
    },
  ];
  return (
    <dl className="ow-live-figures">
      {figures.map((figure) => (
        <div key={figure.key}>
          <dt>{figure.name}</dt>
          <dd>{figure.value}</dd>
          <dd>{figure.note}</dd>
        </div>
      ))}
    </dl>
  );
}
