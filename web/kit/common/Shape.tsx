/** How something stands. Each tone has a shape of its own, so that it is known without its colour. */
export type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'idle';

const outlines: Readonly<Record<Tone, { readonly ground: string; readonly sign: string }>> = {
  // A full circle with a tick.
  good: { ground: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z', sign: 'm4.8 8.2 2.3 2.3 4.2-4.7' },
  // A triangle with a stroke and a dot.
  warn: { ground: 'M8 1.2 15.6 14.6H.4Z', sign: 'M8 6v4M8 12.2v.4' },
  // An octagon with a cross.
  bad: { ground: 'M5 1h6l4 4v6l-4 4H5l-4-4V5Z', sign: 'm5.4 5.4 5.2 5.2m0-5.2-5.2 5.2' },
  // A square with an arrow: under way.
  busy: {
    ground:
      'M3 1.5h10A1.5 1.5 0 0 1 14.5 3v10a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 13V3A1.5 1.5 0 0 1 3 1.5Z',
    sign: 'M4.5 8h6.6M8.4 5.2 11.2 8l-2.8 2.8',
  },
  // An empty ring.
  idle: { ground: '', sign: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z' },
};

/** The shape of a tone; the word beside it is what a screen reader says. */
export function Shape({ tone }: { readonly tone: Tone }) {
  const { ground, sign } = outlines[tone];
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {ground === '' ? null : <path d={ground} fill="currentColor" />}
      <path
        d={sign}
        fill="none"
        stroke={ground === '' ? 'currentColor' : '#fff'}
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
