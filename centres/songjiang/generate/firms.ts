import { makeOffice, type Party, partyNumber } from './citizens.ts';
import { makeCreditCode } from './identifiers.ts';
import { type Dice, itemAt, makeDice } from './random.ts';
import { addDays, weekdayOf } from './table.ts';

type Pair = readonly [zh: string, en: string];

const firstParts: readonly Pair[] = [
  ['云', 'Yun'],
  ['茸', 'Rong'],
  ['谷', 'Gu'],
  ['泖', 'Mao'],
  ['九', 'Jiu'],
  ['佘', 'She'],
  ['浦', 'Pu'],
  ['辰', 'Chen'],
  ['瑞', 'Rui'],
  ['启', 'Qi'],
];

const lastParts: readonly Pair[] = [
  ['晟', 'sheng'],
  ['澜', 'lan'],
  ['峰', 'feng'],
  ['拓', 'tuo'],
  ['禾', 'he'],
  ['芯', 'xin'],
  ['景', 'jing'],
  ['源', 'yuan'],
];

const trades: readonly Pair[] = [
  ['精密机械', 'Precision Machinery'],
  ['智能装备', 'Intelligent Equipment'],
  ['生物医药科技', 'Biomedical Technology'],
  ['信息技术', 'Information Technology'],
  ['供应链管理', 'Supply Chain Management'],
  ['餐饮管理', 'Catering Management'],
  ['建筑工程', 'Construction Engineering'],
  ['环保科技', 'Environmental Technology'],
  ['新材料', 'New Materials'],
  ['物流', 'Logistics'],
  ['人力资源服务', 'Human Resources Services'],
  ['文化传播', 'Culture and Media'],
  ['医疗器械', 'Medical Devices'],
  ['电子商务', 'E-commerce'],
  ['园林绿化工程', 'Landscaping'],
  ['汽车零部件', 'Automotive Parts'],
];

const shops: readonly Pair[] = [
  ['面馆', 'Noodle House'],
  ['便利店', 'Convenience Store'],
  ['理发店', 'Barber Shop'],
  ['五金店', 'Hardware Store'],
  ['水果店', 'Fruit Shop'],
  ['早餐店', 'Breakfast Shop'],
  ['烟酒店', 'Tobacco and Wine Shop'],
  ['汽车维修店', 'Car Repair Shop'],
];

/** 80 organisations: 64 companies, 10 sole traders, 3 cooperatives, 3 private non-profits. */
export function listFirms(): Party[] {
  const dice = makeDice('songjiang firms');
  const brands = dice.shuffle(
    firstParts.flatMap(([zh, en]) =>
      lastParts.map(([zhEnd, enEnd]): Pair => [zh + zhEnd, en + enEnd]),
    ),
  );
  return brands.map((brand, at) => {
    const order = at + 1;
    const seat = makeOffice(dice, order > 64 && order <= 74);
    const { body, prefix, ...words } = describe(dice, brand, order, seat.address);
    return {
      partyNo: partyNumber('O', order),
      kind: 'organisation',
      ...words,
      identifierKind: 'uscc',
      identifierNumber: makeCreditCode(prefix, body + String(1000 + order)),
      establishedOn: foundingDay(dice, order),
      phone: `021-9000${4000 + order}`,
      email: `contact@o${String(order).padStart(4, '0')}.example.com`,
      ...seat,
      verification: dice.chance(0.7) ? 'window' : 'real-name',
    };
  });
}

interface Words {
  nameZh: string;
  nameEn: string;
  organisationKind: string;
  prefix: string;
  body: string;
}

function describe(dice: Dice, [zh, en]: Pair, order: number, address: string): Words {
  if (order <= 64) {
    const [tradeZh, tradeEn] = dice.pick(trades);
    const shares = order % 16 === 0;
    return {
      nameZh: `上海${zh}${tradeZh}${shares ? '股份' : ''}有限公司（演示）`,
      nameEn: `Shanghai ${en} ${tradeEn} Co., Ltd. (Demonstration)`,
      organisationKind: 'company',
      prefix: '91',
      body: 'MA1T',
    };
  }
  if (order <= 74) {
    const [shopZh, shopEn] = itemAt(shops, (order - 65) % shops.length);
    const place = address.slice(0, address.indexOf('演示'));
    return {
      nameZh: `${place.replace('上海市', '')}${zh}${shopZh}（演示）`,
      nameEn: `${en} ${shopEn} (Demonstration)`,
      organisationKind: 'sole-trader',
      prefix: '92',
      body: 'MA1T',
    };
  }
  if (order <= 77) {
    return {
      nameZh: `上海${zh}稻米专业合作社（演示）`,
      nameEn: `Shanghai ${en} Rice Growers' Cooperative (Demonstration)`,
      organisationKind: 'cooperative',
      prefix: '93',
      body: 'MA1T',
    };
  }
  return {
    nameZh: `上海市松江区${zh}养老服务中心（演示）`,
    nameEn: `Songjiang ${en} Elderly Care Centre (Demonstration)`,
    organisationKind: 'private-nonprofit',
    prefix: '52',
    body: 'MJ0T',
  };
}

/** One in six was founded in the autumn of 2026: they are new enough for a free set of seals. */
function foundingDay(dice: Dice, order: number): string {
  const recent = order % 6 === 1;
  const day = recent
    ? addDays('2026-09-01', dice.between(0, 78))
    : addDays('2006-03-01', dice.between(0, 7_300));
  return weekdayOf(day) > 5 ? addDays(day, weekdayOf(day) === 6 ? -1 : -2) : day;
}
