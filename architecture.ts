import { type Architecture, defineModules } from '#tools/architecture/model.ts';

/**
 * The modules that exist, lowest first. `npm run check` turns this page into failures; a module is
 * added here together with its folder, by `npm run new-module`.
 */
export const modules = defineModules({
  'registry/organisation': {
    line: {
      en: 'The centre, its sites, zones, departments, windows, offices and opening hours',
      'zh-CN': '中心、场所、分区、部门、窗口、科室与开放时间',
    },
    mayImport: [],
  },
  'registry/staff': {
    line: {
      en: 'People, posts, stationing at windows, roles, rosters and leave',
      'zh-CN': '人员、岗位、窗口派驻、角色、排班与请假',
    },
    mayImport: ['registry/organisation'],
  },
  'registry/parties': {
    line: {
      en: 'Citizens and firms, their identity, contacts and representatives',
      'zh-CN': '自然人与法人，身份、联系方式与代理人',
    },
    mayImport: ['registry/organisation'],
  },
  'registry/devices': {
    line: {
      en: 'Every device of every kind: enrolment, heartbeat, faults, remote acts',
      'zh-CN': '各类设备：登记、心跳、故障与远程操作',
    },
    mayImport: ['registry/organisation', 'registry/staff'],
  },
  'casework/premises': {
    line: {
      en: 'Premises filed once and used by many cases: carriers, buildings, units, occupants',
      'zh-CN': '住所云：载体、房屋、单元的备案与调用',
    },
    mayImport: ['registry/organisation', 'registry/staff', 'registry/parties'],
  },
  'casework/matters': {
    line: {
      en: 'What can be applied for: catalogue, editions, scenarios, forms, papers, bundles',
      'zh-CN': '政务服务事项：目录、实施清单、情形、表单、材料与一件事',
    },
    mayImport: ['registry/organisation', 'registry/staff', 'casework/premises'],
  },
  'casework/licences': {
    line: {
      en: 'Electronic licences: issued, changed, verified, shown and used as papers',
      'zh-CN': '电子证照：制发、变更、核验、亮证与调用',
    },
    mayImport: ['registry/organisation', 'registry/staff', 'registry/parties'],
  },
  'casework/cases': {
    line: {
      en: 'Cases under the law: intake, examination, decision, delivery and the clock',
      'zh-CN': '办件：收件、受理、审查、决定、送达与时限',
    },
    mayImport: [
      'registry/organisation',
      'registry/staff',
      'registry/parties',
      'casework/premises',
      'casework/matters',
      'casework/licences',
    ],
  },
  'hall/appointments': {
    line: {
      en: 'Appointments: places by day and time, booking, check-in, no-shows, reminders',
      'zh-CN': '预约办事：号源、预约、签到、爽约与提醒',
    },
    mayImport: ['registry/organisation', 'registry/staff', 'registry/parties', 'casework/matters'],
  },
  'hall/queue': {
    line: {
      en: 'Tickets, calling, windows at work, forecasts and what a day adds up to',
      'zh-CN': '取号、叫号、窗口状态、等候预测与大厅统计',
    },
    mayImport: [
      'registry/organisation',
      'registry/staff',
      'registry/parties',
      'registry/devices',
      'casework/matters',
      'casework/cases',
    ],
  },
  'hall/evaluation': {
    line: {
      en: 'Ratings in five grades, the loop that mends what was rated bad, their statistics',
      'zh-CN': '好差评：五级评价、差评整改闭环与统计',
    },
    mayImport: [
      'registry/organisation',
      'registry/staff',
      'registry/parties',
      'registry/devices',
      'casework/matters',
      'casework/cases',
      'hall/queue',
    ],
  },
  'hall/complaints': {
    line: {
      en: 'Complaints, 12345 slips, what could not be done, letters; the assessment of windows',
      'zh-CN': '投诉、12345 工单、办不成事、来信与窗口考评',
    },
    mayImport: ['registry/organisation', 'registry/staff', 'casework/cases', 'hall/evaluation'],
  },
  'fulfilment/seals': {
    line: {
      en: 'Free seals of new firms: entitlement, drawings, makers, hand-out, monthly settlement',
      'zh-CN': '免费刻章：资格、印样、刻章单位、发放与月结',
    },
    mayImport: ['registry/parties', 'casework/matters', 'casework/licences', 'casework/cases'],
  },
  'fulfilment/courier': {
    line: {
      en: 'Free parcels both ways: orders, hand-over book, carriers and what they tell',
      'zh-CN': '双向免费快递：下单、交接、快递公司与轨迹',
    },
    mayImport: [
      'registry/organisation',
      'registry/parties',
      'casework/matters',
      'casework/cases',
      'fulfilment/seals',
    ],
  },
  'hall/kiosk': {
    line: {
      en: 'Visitors who serve themselves at a kiosk: card or code, papers by phone, and the wipe',
      'zh-CN': '自助终端：刷卡亮码、手机传材料与离开清除',
    },
    mayImport: [
      'registry/organisation',
      'registry/parties',
      'registry/devices',
      'casework/matters',
      'casework/cases',
      'hall/appointments',
      'hall/queue',
      'hall/evaluation',
    ],
  },
  'finance/contracts': {
    line: {
      en: 'Contracts, the execution ledger of the budget, settlements and payments',
      'zh-CN': '合同、预算执行台账、结算与支付',
    },
    mayImport: [],
  },
  'finance/budget': {
    line: {
      en: 'The budget book: lines, versions, tables, audit and publication',
      'zh-CN': '部门预算：预算行、版本、预算表、审核与公开',
    },
    mayImport: [],
  },
  'finance/projects': {
    line: {
      en: 'The projects of the budget: what for, lines, contracts, and where their money stands',
      'zh-CN': '预算项目：用途、预算行、合同与资金去向',
    },
    mayImport: [
      'casework/cases',
      'hall/queue',
      'fulfilment/seals',
      'fulfilment/courier',
      'finance/contracts',
      'finance/budget',
    ],
  },
  'finance/performance': {
    line: {
      en: 'Performance targets of projects: indicators, live values, monitoring, self-evaluation',
      'zh-CN': '绩效目标：指标、实时值、监控与自评',
    },
    mayImport: ['finance/contracts', 'finance/budget'],
  },
});

/** What `kernel/` holds. It knows no word of the domain, and imports no module. */
export const kernelParts = {
  access: 'sessions, actors, permissions and the one place that says no',
  audit: 'the append-only, hash-chained record of who did what',
  backup: 'online copies, restoring to a point in time, export and import',
  calendar: 'working days and opening days',
  centre: 'the centre as tenant: the first part of every key',
  clock: 'the only source of the present time',
  config: 'environment, files and secrets, read once',
  crypto: 'SM2, SM3, SM4, field encryption, blind index, masking',
  db: 'PostgreSQL: embedded or given, transactions, migrations',
  documents: 'PDF, spreadsheets, QR codes',
  events: 'the outbox and its listeners',
  files: 'stored files: sniffed, hashed, quarantined',
  http: 'routes from contracts, errors, limits, sessions on the wire',
  ids: 'identifiers of our own and of the state, made and checked',
  imports: 'spreadsheets checked row by row before they change anything',
  jobs: 'scheduled and queued work',
  live: 'server-sent events by topic',
  module: 'what a module declares',
  money: 'fen as bigint',
  notify: 'messages to people: inbox, mail, text message, push',
  observe: 'logs, metrics, health',
  problems: 'errors with a code, a status and a public sentence',
} as const;

export const architecture: Architecture = {
  topFolders: [
    'kernel',
    'modules',
    'server',
    'web',
    'centres',
    'standins',
    'simulate',
    'bench',
    'test',
    'tools',
    'docs',
    'assets',
    '.ci',
  ],
  kernelParts,
  modules,
  layers: {
    kernel: [],
    modules: ['kernel', 'web'],
    server: ['kernel', 'modules', 'centres', 'standins'],
    web: ['kernel', 'modules'],
    centres: ['kernel', 'modules'],
    standins: ['kernel'],
    simulate: ['kernel', 'modules', 'server', 'centres', 'bench', 'test'],
    bench: ['kernel', 'modules', 'server', 'centres', 'standins', 'test', 'tools', 'web'],
    test: ['kernel', 'modules', 'server', 'web', 'centres', 'standins', 'tools'],
    tools: ['kernel', 'modules', 'server', 'web', 'centres', 'standins', 'test'],
  },
  browserPackages: [
    '@ant-design/icons',
    '@simplewebauthn/browser',
    '@tanstack/react-query',
    '@tanstack/react-router',
    'antd',
    'dayjs',
    'minisearch',
    'pinyin-pro',
    'qrcode',
    'react',
    'react-dom',
    'sm-crypto-v2',
    'zod',
  ],
  deviceFolders: [
    'web/devices',
    'web/surfaces/kiosk',
    'web/surfaces/display',
    'web/surfaces/pad',
    'web/surfaces/plate',
    'web/surfaces/ticket',
    'web/surfaces/device',
  ],
  homes: {
    environment: ['kernel/config', 'tools'],
    time: ['kernel/clock'],
    randomness: ['kernel/ids', 'kernel/crypto'],
    console: ['tools', 'server/cli', 'server/cli.ts', 'kernel/observe', 'bench', 'simulate'],
    'query-builder': ['kernel', 'test/support'],
  },
  domainWords: [
    'appointment',
    'casework',
    'clerk',
    'complaint',
    'courier',
    'enterprise',
    'kiosk',
    'licence',
    'matter',
    'premises',
    'ticket',
    'volunteer',
  ],
  centreWords: ['songjiang', '松江'],
  floor: { files: 800, imports: 4500, modules: 4 },
};
