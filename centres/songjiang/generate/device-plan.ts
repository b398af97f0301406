/**
 * How many devices of each kind stand where. Most are old on purpose: the centre says that it keeps
 * using what it has. Brands and models do not exist.
 */
export interface Placement {
  kindCode: string;
  /** Zone by zone, how many. */
  zones?: Readonly<Record<string, number>>;
  /** One at each window of these kinds of the district hall; `all` for all 97. */
  hallWindows?: 'all' | readonly string[];
  /** Only every n-th of those windows. */
  everyNth?: number;
  /** One at each window of the towns and parks. */
  siteWindows?: boolean;
  /** So many in the first zone of each town and park. */
  perSite?: number;
  /** So many in each self-service zone of the towns. */
  perTownSelfService?: number;
  /** In the store. */
  spares?: number;
  /** First and last year in which this kind was bought. */
  bought: readonly [number, number];
  /** The day itself, where it is known. */
  commissionedOn?: string;
}

const counters = ['comprehensive', 'specialist', 'cross-province', 'assisted'];

export const placements: readonly Placement[] = [
  {
    kindCode: 'ticket-machine',
    zones: { 'f1-entrance': 4, 'f2-waiting': 3, 'f3-waiting': 2 },
    perSite: 1,
    spares: 1,
    bought: [2018, 2025],
  },
  {
    kindCode: 'media-player',
    zones: {
      'f1-waiting': 4,
      'f1-entrance': 1,
      'f1-issue': 1,
      'f2-waiting': 5,
      'f3-waiting': 2,
      'f3-agency': 1,
    },
    perSite: 1,
    spares: 2,
    bought: [2019, 2024],
  },
  {
    kindCode: 'calling-display',
    zones: {
      'f1-waiting': 4,
      'f1-entrance': 1,
      'f1-issue': 1,
      'f2-waiting': 5,
      'f3-waiting': 2,
      'f3-agency': 1,
    },
    perSite: 1,
    bought: [2017, 2023],
  },
  {
    kindCode: 'window-screen',
    hallWindows: 'all',
    siteWindows: true,
    spares: 3,
    bought: [2018, 2024],
  },
  {
    kindCode: 'evaluation-pad',
    hallWindows: 'all',
    siteWindows: true,
    spares: 6,
    bought: [2020, 2025],
  },
  {
    kindCode: 'self-service-kiosk',
    zones: {
      'f1-self-service': 12,
      'f1-tax': 2,
      'f2-self-service': 5,
      'f3-waiting': 2,
    },
    perTownSelfService: 1,
    bought: [2019, 2024],
  },
  {
    kindCode: 'self-service-kiosk',
    zones: { 'tibet-1-self': 1, 'tibet-2-self': 1 },
    bought: [2024, 2024],
    commissionedOn: '2024-12-16',
  },
  {
    kindCode: 'document-camera',
    hallWindows: [...counters, 'unresolved'],
    spares: 4,
    bought: [2018, 2024],
  },
  { kindCode: 'id-card-reader', hallWindows: 'all', spares: 4, bought: [2017, 2024] },
  {
    kindCode: 'signature-pad',
    hallWindows: ['comprehensive', 'cross-province'],
    bought: [2021, 2025],
  },
  { kindCode: 'clerk-computer', hallWindows: 'all', spares: 4, bought: [2016, 2024] },
  {
    kindCode: 'printer',
    hallWindows: 'all',
    everyNth: 2,
    zones: { 'f3-back-office': 12, 'f4-back-office': 8, 'f4-offices': 8 },
    spares: 2,
    bought: [2015, 2024],
  },
  {
    kindCode: 'receipt-printer',
    hallWindows: ['comprehensive', 'specialist'],
    everyNth: 2,
    bought: [2017, 2023],
  },
  {
    kindCode: 'certificate-printer',
    zones: { 'f1-enterprise': 4, 'f1-issue': 2 },
    bought: [2019, 2023],
  },
  {
    kindCode: 'scanner',
    zones: { 'f1-issue': 2, 'f3-back-office': 5, 'f4-back-office': 3, 'f4-offices': 2 },
    bought: [2016, 2022],
  },
  {
    kindCode: 'office-computer',
    zones: { 'f3-back-office': 60, 'f4-back-office': 44, 'f4-offices': 40 },
    spares: 4,
    bought: [2015, 2024],
  },
  {
    kindCode: 'telephone',
    zones: {
      'f1-consultation': 4,
      'f1-entrance': 1,
      'f3-back-office': 24,
      'f4-back-office': 16,
      'f4-offices': 36,
    },
    bought: [2013, 2022],
  },
  { kindCode: 'telephone-exchange', zones: { 'f4-server-room': 1 }, bought: [2013, 2014] },
  { kindCode: 'video-terminal', zones: { 'f3-virtual': 8 }, bought: [2024, 2025] },
  {
    kindCode: 'information-screen',
    zones: {
      'f1-entrance': 3,
      'f1-waiting': 2,
      'f1-self-service': 2,
      'f2-waiting': 2,
      'f3-waiting': 2,
      'f4-meeting': 1,
    },
    bought: [2018, 2024],
  },
  { kindCode: 'conference-system', zones: { 'f4-meeting': 4 }, bought: [2016, 2020] },
  { kindCode: 'server', zones: { 'f4-server-room': 12 }, bought: [2017, 2024] },
  { kindCode: 'storage', zones: { 'f4-server-room': 2 }, bought: [2019, 2022] },
  {
    kindCode: 'switch',
    zones: {
      'f4-server-room': 6,
      'f1-enterprise': 3,
      'f1-tax': 1,
      'f1-self-service': 1,
      'f1-issue': 1,
      'f1-entrance': 1,
      'f2-social': 3,
      'f2-real-estate': 2,
      'f2-exit-entry': 2,
      'f3-construction': 2,
      'f3-back-office': 6,
      'f3-virtual': 1,
      'f4-offices': 4,
      'f4-back-office': 4,
      'f4-monitoring': 2,
    },
    spares: 1,
    bought: [2014, 2023],
  },
  { kindCode: 'router', zones: { 'f4-server-room': 4 }, bought: [2016, 2022] },
  { kindCode: 'firewall', zones: { 'f4-server-room': 4 }, bought: [2019, 2023] },
  {
    kindCode: 'wireless-ap',
    zones: {
      'f1-waiting': 6,
      'f1-self-service': 2,
      'f1-entrance': 2,
      'f1-enterprise': 2,
      'f2-waiting': 6,
      'f2-self-service': 2,
      'f3-waiting': 4,
      'f3-back-office': 3,
      'f4-offices': 4,
      'f4-meeting': 2,
    },
    spares: 1,
    bought: [2018, 2024],
  },
  {
    kindCode: 'camera',
    zones: {
      'f1-entrance': 8,
      'f1-waiting': 8,
      'f1-self-service': 8,
      'f1-enterprise': 8,
      'f1-tax': 4,
      'f1-issue': 4,
      'f1-unresolved': 2,
      'f2-waiting': 10,
      'f2-social': 8,
      'f2-real-estate': 6,
      'f2-exit-entry': 4,
      'f2-housing-fund': 3,
      'f3-waiting': 6,
      'f3-construction': 5,
      'f3-back-office': 6,
      'f4-offices': 4,
      'f4-server-room': 4,
      'f4-store': 1,
    },
    bought: [2014, 2023],
  },
  { kindCode: 'video-recorder', zones: { 'f4-monitoring': 6 }, bought: [2015, 2022] },
  {
    kindCode: 'access-control',
    zones: {
      'f1-self-service': 2,
      'f3-back-office': 4,
      'f4-offices': 3,
      'f4-back-office': 2,
      'f4-server-room': 2,
      'f4-monitoring': 1,
      'f4-store': 1,
    },
    bought: [2014, 2021],
  },
  { kindCode: 'alarm-host', zones: { 'f4-monitoring': 2 }, bought: [2014, 2019] },
  { kindCode: 'background-music', zones: { 'f4-monitoring': 1 }, bought: [2014, 2015] },
  { kindCode: 'ups', zones: { 'f4-server-room': 4, 'f4-monitoring': 1 }, bought: [2015, 2022] },
];
