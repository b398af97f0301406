import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Measure, MeasureReading } from '#kernel/module/measure.ts';

import { type LiveValue, MANUAL } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import { listValues } from './repository.ts';
import type { Span } from './span.ts';
import type { IndicatorRow, ValueRow } from './tables.ts';

const NOT_OFFERED = {
  'zh-CN': '没有模块提供这一数据口径。',
  en: 'No module offers this measure.',
};
const NOT_RECORDED = { 'zh-CN': '人工填报，尚未填报。', en: 'Recorded by hand; not recorded yet.' };

interface Asked {
  readonly centreId: number;
  readonly indicators: readonly IndicatorRow[];
  readonly span: Span;
}

/** The value of each indicator over a span: every measure is read once, manual ones are the last recorded. */
export async function readValues(
  deps: PerformanceDeps,
  db: Db,
  { centreId, indicators, span }: Asked,
): Promise<ReadonlyMap<string, LiveValue>> {
  const wanted = new Set(indicators.map(({ measure }) => measure));
  const measures = deps.measures().filter(({ name }) => wanted.has(name));
  const targetIds = [...new Set(indicators.map((row) => row.target_id))];
  const [readings, recorded] = await Promise.all([
    Promise.all(measures.map((one) => one.read(db, { centreId, ...span }))),
    listValues(db, centreId, targetIds, span.until),
  ]);
  const read = new Map(
    measures.map((measure, index) => [measure.name, { measure, reading: readings[index] }]),
  );
  // Oldest first, so the last one stays.
  const latest = new Map(recorded.map((row) => [row.indicator_id, row]));
  const at = deps.clock.now().toISOString();
  return new Map(
    indicators.map((row) => {
      const found = read.get(row.measure);
      const value =
        row.measure === MANUAL
          ? toManual(latest.get(row.indicator_id), span)
          : toMeasured(found?.measure, found?.reading, span);
      const { source, query, events } = value;
      const hash = sm3Hex(
        canonicalJson({ measure: row.measure, source, query, ...span, value: value.value, events }),
      );
      return [row.indicator_id, { ...value, readAt: at, hash }];
    }),
  );
}

type Unstamped = Omit<LiveValue, 'readAt' | 'hash'>;

function toManual(row: ValueRow | undefined, span: Span): Unstamped {
  const common = { source: 'manual' as const, events: null, ...span };
  if (row === undefined)
    return { ...common, value: null, query: NOT_RECORDED, fileId: null, fileName: '' };
  return {
    ...common,
    value: row.value,
    query: {
      'zh-CN': `${row.by_name}填报，截至${row.as_of}：${row.evidence}`,
      en: `Recorded by ${row.by_name} as of ${row.as_of}: ${row.evidence}`,
    },
    fileId: row.file_id,
    fileName: row.file_name,
  };
}

function toMeasured(
  measure: Measure | undefined,
  reading: MeasureReading | undefined,
  span: Span,
): Unstamped {
  const none = { fileId: null, fileName: '', ...span };
  if (measure === undefined || reading === undefined)
    return { ...none, source: 'none', value: null, events: null, query: NOT_OFFERED };
  const { value, events } = reading;
  return { ...none, source: 'measure', value, events, query: measure.query };
}
