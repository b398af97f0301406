/** How many people of which post sit where: 36 established, 75 contract, 464 stationed, 575 in all. */

export interface OfficeSeat {
  /** Empty: the leadership, which belongs to no office. */
  officeCode?: string;
  postCode: string;
  roles: string;
}

const hallManager = 'hall-manager@site:district-hall';

export const officeSeats: readonly OfficeSeat[] = [
  { postCode: 'centre-director', roles: 'hall-manager@centre' },
  { postCode: 'deputy-director', roles: 'hall-manager@centre' },
  { postCode: 'deputy-director', roles: 'hall-manager@centre|finance-approver@centre' },
  ...seats('personnel', [
    ['office-head', 'hr-manager@centre|finance@centre'],
    ['deputy-office-head', 'hr-manager@centre|finance-checker@centre'],
    ['hr-officer', 'hr-manager@centre'],
    ['accountant', 'finance@centre|finance-maker@centre'],
    ['cashier', 'finance@centre|finance-maker@centre'],
  ]),
  ...seats('it-support', [
    ['office-head', 'device-manager@centre'],
    ['deputy-office-head', 'device-manager@centre'],
    ['system-administrator', 'system-admin@centre'],
    ['security-administrator', 'security-admin@centre'],
    ['device-administrator', 'device-manager@centre'],
  ]),
  ...seats('publicity', [
    ['office-head', 'publicity@centre'],
    ['publicity-officer', 'publicity@centre'],
    ['publicity-officer', 'publicity@centre'],
  ]),
  // The auditor works in another office than the two administrators whose acts are audited.
  ...seats('approval-coordination', [
    ['office-head', 'organisation-manager@centre'],
    ['deputy-office-head', 'organisation-manager@centre|matters-publisher@centre'],
    ['audit-administrator', 'audit-admin@centre'],
    ['matter-officer', 'organisation-manager@centre|licence-manager@centre'],
    ['coordination-officer', 'organisation-manager@site:district-hall|matters-manager@centre'],
  ]),
  ...seats('industry-projects', [
    ['office-head', ''],
    ['deputy-office-head', 'fulfilment-manager@centre'],
    ['agency-officer', ''],
    ['agency-officer', ''],
    ['agency-officer', ''],
  ]),
  ...seats('regional-liaison', [
    ['office-head', 'hall-manager@site:tibet-1|hall-manager@site:tibet-2'],
    ['liaison-officer', managersOf('yueyang yongfeng fangsong zhongshan guangfulin jiuliting')],
    ['liaison-officer', managersOf('sijing sheshan chedun xinqiao dongjing jiuting')],
    [
      'liaison-officer',
      managersOf(
        'maogang shihudang xinbang yexie xiaokunshan industrial-zone sheshan-resort export-zone',
      ),
    ],
  ]),
  ...seats('window-services', [
    ['office-head', hallManager],
    ['deputy-office-head', hallManager],
    ['quality-supervisor', `${hallManager}|service-supervisor@centre`],
    ['quality-supervisor', `${hallManager}|service-supervisor@centre`],
    ['complaint-officer', `${hallManager}|service-supervisor@centre`],
    ['registrar', 'registrar@centre'],
  ]),
];

/** Posts of the contract staff who hold no window of their own. */
export const contractSeats: ReadonlyArray<
  readonly [postCode: string, count: number, roles: string]
> = [
  ['reserve-clerk', 3, 'window-clerk@site:district-hall'],
  ['shift-leader', 4, hallManager],
  ['video-clerk', 4, 'window-clerk@site:district-hall'],
  ['guide', 6, ''],
];

/** People whom each department stations at the centre, its chief representative included. */
export const stationedCounts: Readonly<Record<string, number>> = {
  'market-regulation': 40,
  'planning-resources': 20,
  'public-security': 32,
  'human-resources': 18,
  construction: 19,
  health: 14,
  'disease-control': 6,
  ecology: 10,
  transport: 14,
  water: 10,
  greening: 10,
  'development-reform': 8,
  economy: 8,
  'science-technology': 6,
  education: 6,
  'culture-tourism': 8,
  'civil-affairs': 10,
  agriculture: 8,
  emergency: 8,
  justice: 6,
  finance: 4,
  housing: 10,
  'defence-mobilisation': 5,
  veterans: 5,
  'urban-management': 5,
  'medical-insurance': 5,
  sports: 3,
  tax: 36,
  'fire-rescue': 8,
  tobacco: 6,
  customs: 4,
  meteorology: 4,
  'housing-fund': 12,
  'social-insurance': 12,
  'real-estate-registration': 32,
  'medical-insurance-service': 9,
  talent: 8,
  'construction-review': 14,
  notary: 4,
  power: 4,
  'water-supply': 3,
  gas: 3,
  telecom: 3,
  post: 4,
};

function seats(
  officeCode: string,
  lines: ReadonlyArray<readonly [postCode: string, roles: string]>,
): OfficeSeat[] {
  return lines.map(([postCode, roles]) => ({ officeCode, postCode, roles }));
}

function managersOf(sites: string): string {
  return sites
    .split(' ')
    .flatMap((site) => [`hall-manager@site:${site}`, `premises-checker@site:${site}`])
    .join('|');
}
