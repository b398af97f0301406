import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import type { DemonstrationPerson } from '#standins/identity/index.ts';

type Record = Readonly<{ [column: string]: string }>;

const PEOPLE = 8;
const FIRMS = 6;
const CONTRACTOR = '承接中心服务的企业';

/** Some of the centre's imagined citizens, and some who act for its imagined firms. */
export async function listDemonstrationPeople(folder: string): Promise<DemonstrationPerson[]> {
  const [parties, representatives] = await Promise.all([
    readSheet(join(folder, 'parties/parties.csv')),
    readSheet(join(folder, 'parties/representatives.csv')),
  ]);
  const byNo = new Map(parties.map((party) => [party['partyNo'], party]));
  const citizens = parties.filter(
    (party) => party['identifierKind'] === '111' && party['verification'] === 'real-name',
  );
  const acting = representatives.flatMap((row) => {
    const firm = byNo.get(row['principalNo']);
    const person = byNo.get(row['representativeNo']);
    const isFit =
      firm?.['identifierKind'] === 'uscc' &&
      person?.['identifierKind'] === '111' &&
      row['validTo'] === '';
    return isFit ? [{ firm, shown: toPerson(person, firm, row['kind'] ?? '') }] : [];
  });
  return [
    ...citizens.slice(0, PEOPLE).map((person) => toPerson(person)),
    ...acting.slice(0, FIRMS).map(({ shown }) => shown),
    // Firms that work for the centre sign in too: makers of seals, carriers.
    ...acting.filter(({ firm }) => firm['remark'] === CONTRACTOR).map(({ shown }) => shown),
  ];
}

async function readSheet(path: string): Promise<Record[]> {
  return parse(await readFile(path), { columns: true, bom: true, skip_empty_lines: true });
}

function toPerson(person: Record, firm?: Record, kind = ''): DemonstrationPerson {
  const subject = person['partyNo'] ?? '';
  return {
    subject: firm === undefined ? subject : `${subject}-${firm['partyNo']}`,
    name: person['nameZh'] ?? '',
    idNumber: person['identifierNumber'] ?? '',
    phone: person['phone'] ?? '',
    level: 'L3',
    ...(firm === undefined
      ? {}
      : {
          firm: {
            name: firm['nameZh'] ?? '',
            uscc: firm['identifierNumber'] ?? '',
            role: kind === 'legal-representative' ? 'legal-representative' : 'agent',
          },
        }),
  };
}
