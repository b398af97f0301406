import type { MatterContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import type { HandlingItem, Limit } from '../item.ts';
import { error, warning } from './findings.ts';

const UNITS = {
  'working-day': { zh: '个工作日', en: 'working days' },
  'natural-day': { zh: '日', en: 'days' },
  month: { zh: '个月', en: 'months' },
} as const;

const show = ({ count, unit }: Limit) => ({
  zh: `${count}${UNITS[unit].zh}`,
  en: `${count} ${UNITS[unit].en}`,
});

/** The fewest and the most calendar days that a limit can be; around working days there are weekends and holidays. */
function spanOf({ count, unit }: Limit): readonly [number, number] {
  if (unit === 'month') return [count * 28, count * 31];
  return [count, unit === 'natural-day' ? count : count * 2 + 20];
}

/** Rule 1: 承诺办结时限 not above 法定办结时限 (行政许可法 art. 42). */
export function checkPromise(place: string, item: HandlingItem): Finding[] {
  const promises = [
    { limit: item.promised, at: `${place}.promised` },
    ...item.promisedWhen.map(({ limit }, index) => ({
      limit,
      at: `${place}.promisedWhen.${index}`,
    })),
  ];
  return promises.flatMap(({ limit, at }) => {
    const [promised, law] = [show(limit), show(item.statutory)];
    const isSameUnit = limit.unit === item.statutory.unit;
    const isOver = isSameUnit
      ? limit.count > item.statutory.count
      : spanOf(limit)[0] > spanOf(item.statutory)[1];
    if (isOver)
      return [
        error(
          'promise-over-law',
          at,
          `承诺办结时限${promised.zh}长于法定办结时限${law.zh}`,
          `The promised limit of ${promised.en} is longer than the statutory ${law.en}`,
        ),
      ];
    if (isSameUnit || limit.count === 0) return [];
    return [
      warning(
        'promise-over-law',
        at,
        `承诺时限（${promised.zh}）与法定时限（${law.zh}）单位不同，请核对承诺不长于法定`,
        `The promised limit (${promised.en}) and the statutory one (${law.en}) are counted differently; make sure that the promise is not the longer`,
      ),
    ];
  });
}

/** Rule 2: 即办件 exactly where the promise is on the spot. */
export function checkProjectType(place: string, item: HandlingItem): Finding[] {
  const isOnTheSpot = item.promised.count === 0;
  if (isOnTheSpot && item.projectType === '2')
    return [
      error(
        'project-type',
        `${place}.projectType`,
        '承诺当场办结，办件类型应为即办件',
        'It is promised on the spot, so it is 即办件 (decided at once)',
      ),
    ];
  if (!isOnTheSpot && item.projectType === '1')
    return [
      error(
        'project-type',
        `${place}.projectType`,
        '承诺时限不为零，办件类型应为承诺件',
        'It is not promised on the spot, so it is 承诺件 (decided within a promised limit)',
      ),
    ];
  return [];
}

/** Rule 3: what the result is called and its type agree. */
export function checkResult(place: string, item: HandlingItem): Finding[] {
  const { name, type } = item.result;
  const say = (zh: string, en: string) => [error('result-type', `${place}.result.type`, zh, en)];
  if (/(?:证|证书)$/u.test(name.zh) && type !== '10')
    return say(
      `审批结果「${name.zh}」是证照，结果类型应为证照`,
      `The result “${name.zh}” is a licence, so its type is 证照 (licence)`,
    );
  if (/(?:批复|批文)$/u.test(name.zh) && type !== '20')
    return say(
      `审批结果「${name.zh}」是批文，结果类型应为批文`,
      `The result “${name.zh}” is an official reply, so its type is 批文 (official document)`,
    );
  return [];
}

/** Rule 4: applying online takes no more visits than applying at the window. */
export function checkVisits({ visits }: MatterContent): Finding[] {
  if (visits.online <= visits.window) return [];
  return [
    error(
      'visits',
      'visits.online',
      `网上办理到现场次数（${visits.online}）多于窗口办理（${visits.window}）`,
      `Applying online takes ${visits.online} visits, more than the ${visits.window} of applying at the window`,
    ),
  ];
}

/** Rule 5: a fee has its standard and its basis in law, and is counted by a number. */
export function checkFees(place: string, item: HandlingItem): Finding[] {
  const kinds = new Map(
    item.form.sections.flatMap(({ fields }) => fields.map((field) => [field.key, field.kind])),
  );
  return item.fees.flatMap((fee) => {
    const at = `${place}.fees.${fee.key}`;
    const found: Finding[] = [];
    if (fee.standard.trim() === '' || fee.basis.trim() === '')
      found.push(
        error(
          'fee-without-basis',
          at,
          `收费项目「${fee.name.zh}」缺少收费标准或依据`,
          `The fee “${fee.name.en ?? fee.name.zh}” lacks its standard or its basis`,
        ),
      );
    if (fee.perField !== undefined && kinds.get(fee.perField) !== 'number')
      found.push(
        error(
          'fee-without-basis',
          `${at}.perField`,
          `收费项目「${fee.name.zh}」按字段 ${fee.perField} 计费，表单中没有这个数字字段`,
          `The fee “${fee.name.en ?? fee.name.zh}” is counted by ${fee.perField}, which is no number of the form`,
        ),
      );
    return found;
  });
}
