/**
 * The floor plans of the district hall: a grid of 100 by 60 a floor, the entrance at the bottom of
 * floor 1. Numbering follows the way a visitor walks: ask first, then floor by floor.
 */
export interface ZonePlan {
  code: string;
  kind: 'service' | 'waiting' | 'self-service' | 'back-office' | 'office' | 'equipment';
  nameZh: string;
  nameEn: string;
  floor: number;
  /** x, y, width, height. */
  box: readonly [number, number, number, number];
}

export const zonePlans: readonly ZonePlan[] = [
  ...floor(1, [
    [
      'f1-self-service',
      'self-service',
      '24小时自助服务区',
      '24-hour Self-service Area',
      [0, 0, 18, 42],
    ],
    [
      'f1-enterprise',
      'service',
      '企业开办（商事登记）服务区',
      'Business Registration Area',
      [20, 0, 44, 20],
    ],
    ['f1-tax', 'service', '税务服务区', 'Tax Services Area', [66, 0, 32, 20]],
    ['f1-waiting', 'waiting', '一层等候区', 'First-floor Waiting Area', [20, 22, 62, 20]],
    ['f1-issue', 'service', '统一出件区', 'Result Collection Area', [84, 22, 14, 20]],
    ['f1-entrance', 'waiting', '取号引导区', 'Reception and Ticketing Area', [0, 44, 18, 12]],
    [
      'f1-cross-province',
      'service',
      '长三角“跨省通办”专窗',
      'Yangtze River Delta Cross-province Windows',
      [20, 44, 18, 12],
    ],
    ['f1-consultation', 'service', '综合咨询区', 'General Enquiries', [40, 44, 20, 12]],
    ['f1-assisted', 'service', '帮办服务区', 'Assisted Service Area', [62, 44, 20, 12]],
    [
      'f1-unresolved',
      'service',
      '“办不成事”反映窗口',
      'Unresolved Matters Window',
      [84, 44, 14, 12],
    ],
  ]),
  ...floor(2, [
    ['f2-social', 'service', '社会事务服务区', 'Social Affairs Area', [0, 0, 44, 20]],
    [
      'f2-social-insurance',
      'service',
      '社保医保服务区',
      'Social and Medical Insurance Area',
      [46, 0, 14, 20],
    ],
    [
      'f2-real-estate',
      'service',
      '不动产登记服务区',
      'Real Estate Registration Area',
      [62, 0, 36, 20],
    ],
    ['f2-waiting', 'waiting', '二层等候区', 'Second-floor Waiting Area', [0, 22, 72, 20]],
    ['f2-self-service', 'self-service', '自助填表区', 'Self-service Forms Area', [74, 22, 24, 34]],
    ['f2-housing-fund', 'service', '公积金服务区', 'Housing Provident Fund Area', [0, 44, 30, 12]],
    [
      'f2-exit-entry',
      'service',
      '公安出入境服务区',
      'Exit and Entry Administration Area',
      [32, 44, 40, 12],
    ],
  ]),
  ...floor(3, [
    [
      'f3-construction',
      'service',
      '投资建设服务区',
      'Investment and Construction Area',
      [0, 0, 50, 20],
    ],
    [
      'f3-utilities',
      'service',
      '水电气网联合服务区',
      'Utilities Joint Service Area',
      [52, 0, 22, 20],
    ],
    ['f3-agency', 'service', '产业项目代办区', 'Industrial Project Agency Area', [76, 0, 22, 20]],
    ['f3-waiting', 'waiting', '三层等候区', 'Third-floor Waiting Area', [0, 22, 60, 16]],
    ['f3-virtual', 'service', '云综窗坐席区', 'Virtual Window Studio', [62, 22, 36, 16]],
    ['f3-back-office', 'back-office', '部门审批区', 'Departments Approval Area', [0, 40, 98, 18]],
  ]),
  ...floor(4, [
    ['f4-offices', 'office', '中心办公区', 'Centre Offices', [0, 0, 60, 30]],
    ['f4-meeting', 'office', '会议培训区', 'Meeting and Training Rooms', [62, 0, 36, 30]],
    ['f4-back-office', 'back-office', '联合审批区', 'Joint Approval Area', [0, 32, 60, 26]],
    ['f4-server-room', 'equipment', '中心机房', 'Server Room', [62, 32, 14, 26]],
    ['f4-monitoring', 'equipment', '安防监控室', 'Security Control Room', [78, 32, 10, 26]],
    ['f4-store', 'equipment', '备品备件库', 'Spare Parts Store', [90, 32, 8, 26]],
  ]),
];

type ZoneLine = [string, ZonePlan['kind'], string, string, ZonePlan['box']];

function floor(number: number, lines: readonly ZoneLine[]): ZonePlan[] {
  return lines.map(([code, kind, nameZh, nameEn, box]) => {
    return { code, kind, nameZh, nameEn, floor: number, box };
  });
}
