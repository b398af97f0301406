import type { GuideSummary } from '#modules/casework/matters/contract.ts';
import { routes as matters } from '#modules/casework/matters/contract.ts';
import { routes as places } from '#modules/registry/organisation/contract.ts';
import { routes as parties } from '#modules/registry/parties/contract.ts';

import type { Line } from '../day/plan.ts';
import type { Centre } from './centre.ts';
import type { Requests } from './requests.ts';

export interface MatterAtHand {
  readonly matterId: string;
  readonly code: string;
  readonly itemKey: string;
  readonly departmentId: string;
  /** Decided on the spot: nobody examines first. */
  readonly isOnTheSpot: boolean;
}

/** What can be applied for, and who applies. */
export interface Catalogue {
  readonly partyIds: readonly string[];
  /** Of these, whose identity has been proved: they may apply from home. */
  readonly identifiedIds: readonly string[];
  readonly all: readonly MatterAtHand[];
  mattersOf(line: Line): readonly MatterAtHand[];
}

const PAGE = 100;

/** Reads the guides of the demonstration, all of which ask for the same form, and people who are known. */
export async function readCatalogue(requests: Requests, centre: Centre): Promise<Catalogue> {
  const guides: GuideSummary[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await requests.must(matters.searchGuides, 'public', {
      query: { kind: 'matter', limit: PAGE, offset },
    });
    guides.push(...page.items.filter(({ name }) => name.zh.startsWith('演示')));
    if (offset + PAGE >= page.total) break;
  }
  const { items: departments } = await requests.must(
    places.listDepartments,
    centre.pose('organisation-manager'),
    { query: { limit: 500 } },
  );
  const idOf = new Map(departments.map(({ code, id }) => [code, id]));
  const known = guides.flatMap(({ matterId, code, departmentCode, items }) => {
    const departmentId = idOf.get(departmentCode);
    const [item] = items;
    if (departmentId === undefined || item === undefined) return [];
    const isOnTheSpot = item.promised.count === 0;
    return [{ matterId, code, itemKey: item.key, departmentId, isOnTheSpot, departmentCode }];
  });
  const { items: people } = await requests.must(parties.listParties, centre.pose('registrar'), {
    query: { kind: 'person', limit: 500 },
  });
  const adults = people
    .filter(({ status, needsGuardian }) => status === 'active' && !needsGuardian)
    .toSorted((left, right) => (left.partyNo < right.partyNo ? -1 : 1));
  return {
    partyIds: adults.map(({ id }) => id),
    identifiedIds: adults.filter(({ verification }) => verification !== 'none').map(({ id }) => id),
    all: known,
    mattersOf: ({ departmentCodes }) =>
      departmentCodes.length === 0
        ? known
        : known.filter(({ departmentCode }) => departmentCodes.includes(departmentCode)),
  };
}

/** The application form of the demonstration, filled in and signed. */
export function fillForm(day: string, signatureId: string, identityNo: string, index: number) {
  return {
    applicant: { name: '张演示', identifier: identityNo, phone: '13800138000' },
    'home-address': { division: '310117001', detail: `演示路 ${(index % 400) + 1} 号` },
    'subject-name': `演示事项 ${index + 1}`,
    quantity: 1,
    from: day,
    occasion: 'first',
    truth: true,
    signature: signatureId,
    'signed-on': day,
  };
}

export const ANSWERS = { 'applicant-kind': ['person'], again: ['no'] };
