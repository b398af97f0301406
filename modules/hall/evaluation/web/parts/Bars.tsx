import './charts.css';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** What stands at the end of the bar. */
  readonly shown: string;
  readonly tone?: 'good' | 'bad' | 'plain';
}

export interface BarsProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** The length of a whole bar; the largest value unless said. */
  readonly most?: number;
}

/** Bars one below the other, each with its words and figure, so that nothing is told by length or colour alone. */
export function Bars({ label, bars, most }: BarsProps) {
  const whole = most ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <table className="ow-bars" aria-label={label}>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">{bar.label}</th>
            <td className="ow-bars-line" aria-label={bar.label}>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width="100" height="8" className="ow-bars-ground" />
                <rect
                  width={Math.max(0, Math.min(100, (bar.value / whole) * 100))}
                  height="8"
                  data-tone={bar.tone ?? 'plain'}
                />
              </svg>
            </td>
            <td className="ow-bars-figure">{bar.shown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
