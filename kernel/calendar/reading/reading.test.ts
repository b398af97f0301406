import { describe, expect, it } from 'vitest';

import { listDays } from '../calendar-year.ts';
import { publishedYears } from '../holidays/published.ts';
import { readNotice } from './read-notice.ts';
import { readYearJson } from './read-year-json.ts';

const year2024 = `国务院办公厅关于2024年部分节假日安排的通知
国办发明电〔2023〕7号
各省、自治区、直辖市人民政府：
经国务院批准，现将2024年元旦、春节等放假调休日期的具体安排通知如下。
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2023年10月25日`;

const year2026 = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
　　国务院办公厅
　　2025年11月4日`;

const shipped = (year: number) => publishedYears.find((one) => one.year === year);
const expected = (year: number) => {
  const { notice, ...days } = shipped(year) ?? {};
  return { ...days, ...notice };
};

describe('the text of a notice', () => {
  it.each([
    [2024, year2024],
    [2026, year2026],
  ])('of %i is read as the software ships it', (year, text) => {
    expect(readNotice(text)).toEqual(expected(year));
  });

  it('that begins in the year before keeps its years', () => {
    const read = readNotice(
      '关于2023年部分节假日安排的通知\n一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。',
    );
    expect(read.holidays.map(({ from, to }) => [from, to])).toEqual([['2022-12-31', '2023-01-02']]);
  });

  it('that is none says nothing', () => {
    expect(readNotice('放假通知：明天休息')).toMatchObject({ year: undefined, holidays: [] });
    expect(readNotice('')).toMatchObject({ holidays: [], makeUpDays: [] });
  });
});

describe('a year as JSON', () => {
  it('is read as the software writes it', () => {
    expect(readYearJson(JSON.stringify(shipped(2025)))).toEqual(expected(2025));
  });

  it('is read day by day as the public data set has it', () => {
    const year = shipped(2024);
    const days = [
      ...(year?.holidays ?? []).flatMap(({ name, from, to }) =>
        listDays(from, to).map((date) => ({ name: name['zh-CN'], date, isOffDay: true })),
      ),
      ...(year?.makeUpDays ?? []).map(({ name, day }) => ({
        name: name['zh-CN'],
        date: day,
        isOffDay: false,
      })),
    ];
    const read = readYearJson(JSON.stringify({ $schema: 'x', year: 2024, papers: [], days }));
    expect(read?.holidays).toEqual(year?.holidays);
    expect(read?.makeUpDays).toEqual(year?.makeUpDays);
  });

  it.each(['', '{', '[]', '{"year":2027}', '{"year":2027,"days":[{"name":"","date":"x"}]}'])(
    'of %j is none',
    (text) => {
      expect(readYearJson(text)).toBeUndefined();
    },
  );
});
