import './charts.css';

export interface LinePoint {
  readonly key: string;
  readonly label: string;
  /** Null leaves a gap: no data is not zero. */
  readonly value: number | null;
  readonly shown: string;
}

const WIDTH = 640;
const HEIGHT = 180;
const EDGE = { left: 44, right: 12, top: 12, bottom: 26 };

/** A line over time. Every point has its words; a gap stays a gap. */
export function Line({
  label,
  points,
  low,
  high,
}: {
  readonly label: string;
  readonly points: readonly LinePoint[];
  readonly low: number;
  readonly high: number;
}) {
  const step = (WIDTH - EDGE.left - EDGE.right) / Math.max(1, points.length - 1);
  const x = (index: number) => EDGE.left + (points.length === 1 ? 0.5 : index) * step;
  const y = (value: number) =>
    EDGE.top + (1 - (value - low) / (high - low || 1)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const path = points.reduce(
    (drawn, { value }, index) =>
      value === null
        ? drawn
        : `${drawn}${(points[index - 1]?.value ?? null) === null ? 'M' : 'L'}${x(index)} ${y(value)}`,
    '',
  );
  return (
    <svg
      className="ow-line-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${label}: ${points.map((point) => `${point.label} ${point.shown}`).join('; ')}`}
    >
      {[low, (low + high) / 2, high].map((value) => (
        <g key={value}>
          <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(value)} y2={y(value)} />
          <text x={EDGE.left - 6} y={y(value) + 4} textAnchor="end">
            {Math.round(value * 100)}%
          </text>
        </g>
      ))}
      <path d={path} />
      {points.map((point, index) => (
        <g key={point.key}>
          {point.value === null ? null : <circle cx={x(index)} cy={y(point.value)} r="4" />}
          <text x={x(index)} y={HEIGHT - 8} textAnchor="middle">
            {point.label}
          </text>
        </g>
      ))}
    </svg>
  );
}
