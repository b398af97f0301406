import { THEMES } from '#modules/casework/matters/contract.ts';

import { type Department, getDepartment } from './departments.ts';
import type { UncodedItem } from './items.ts';
import type { LegalBasis, MatterContent } from './shapes.ts';
import { type Both, toText } from './words.ts';

interface MatterOptions {
  readonly name: Both;
  readonly summary: Both;
  readonly keywords: readonly string[];
  /** Code of the department in organisation/departments.csv. */
  readonly department: string;
  /**
   * Department and main item in the 基本编码. Both are for demonstration: the catalogue of the
   * country has numbers of its own, which a real centre brings along.
   */
  readonly catalog: readonly [department: string, main: number];
  /** 00 for a matter of the country; matters that are made up are those of the city. */
  readonly region?: '00' | '31';
  readonly type: MatterContent['taskType'];
  readonly coDepartments?: readonly string[];
  readonly laws: readonly LegalBasis[];
  readonly objects: MatterContent['serviceObjects'];
  /** Keys of THEMES. */
  readonly themes: readonly string[];
  /** Where in the district hall. */
  readonly where: Both;
  /** Other sites that take it in. */
  readonly alsoAt?: readonly string[];
  readonly areas?: MatterContent['handlingAreas'];
  readonly kiosk?: boolean;
  readonly payOnline?: boolean;
  readonly visits?: { readonly window: number; readonly online: number; readonly reason?: string };
  readonly quantityLimit?: string;
  readonly intermediaries?: string;
  readonly promiseExcluded?: MatterContent['promiseExcluded'];
  readonly isDemonstration?: boolean;
  readonly items: readonly UncodedItem[];
}

/** 松江区 exercises its powers on the level of a county (GB/T 39046-2020, A.2). */
const LEVEL = '4';

/** An edition of a matter with its codes worked out. */
export function matter(options: MatterOptions): MatterContent {
  const department = getDepartment(options.department);
  const catalogCode = toCatalogCode(options);
  const taskCode = `${department.uscc}${LEVEL}${catalogCode}`;
  return {
    name: toText(options.name),
    summary: toText(options.summary),
    keywords: [...options.keywords],
    catalogCode,
    taskCode,
    taskType: options.type,
    useLevels: [LEVEL],
    powerSource: '1',
    authority: {
      departmentCode: department.code,
      name: department.nameZh,
      creditCode: department.uscc,
      nature: natureOf(department),
    },
    coDepartments: [...(options.coDepartments ?? [])],
    legalBasis: [...options.laws],
    serviceObjects: [...options.objects],
    themes: options.themes.map(insistTheme),
    applyModes: ['1', '2', '3'],
    onlineDepth: '5',
    visits: options.visits ?? { window: 1, online: 0 },
    inHall: true,
    places: [
      { siteCode: 'district-hall', where: toText(options.where) },
      ...(options.alsoAt ?? []).map((siteCode) => ({ siteCode })),
    ],
    openingNote: toText(
      '周一至周六，具体以场所开放时间为准。 | Monday to Saturday, within the opening hours of the place.',
    ),
    consultPhone: department.phone,
    supervisePhone: '12345',
    handlingAreas: options.areas ?? ['county'],
    bookable: true,
    payOnline: options.payOnline ?? false,
    express: true,
    kiosk: options.kiosk ?? false,
    acceptedAtWindows: true,
    ...(options.quantityLimit === undefined ? {} : { quantityLimit: options.quantityLimit }),
    ...(options.intermediaries === undefined ? {} : { intermediaries: options.intermediaries }),
    promiseExcluded: options.promiseExcluded ?? 'none',
    isDemonstration: options.isDemonstration ?? false,
    items: options.items.map((one, at) => ({
      ...one,
      code: `${taskCode}${String(at + 1).padStart(2, '0')}`,
    })),
  };
}

const toCatalogCode = ({ region = '00', type, catalog: [department, main] }: MatterOptions) =>
  `${region}${type}${department}${String(main).padStart(3, '0')}000`;

function natureOf({ kind, uscc }: Department): MatterContent['authority']['nature'] {
  if (kind === 'utility') return '3';
  return uscc.startsWith('11') ? '1' : '2';
}

function insistTheme(theme: string): string {
  if (THEMES[theme] === undefined) throw new Error(`No theme ${theme}`);
  return theme;
}
