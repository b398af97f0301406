import type { BundleContent, GuideSummary, MatterContent } from '../contract.ts';

/** What lists and the search show of an edition. */
export type Card = Omit<GuideSummary, 'matterId' | 'editionId'> & {
  readonly catalogCode: string;
  readonly keywords: readonly string[];
  readonly itemCodes: readonly string[];
};

export function toMatterCard(content: MatterContent): Card {
  return {
    kind: 'matter',
    code: content.taskCode,
    catalogCode: content.catalogCode,
    name: content.name,
    summary: content.summary,
    keywords: content.keywords,
    departmentCode: content.authority.departmentCode,
    departmentName: content.authority.name,
    taskType: content.taskType,
    serviceObjects: content.serviceObjects,
    themes: content.themes,
    applyModes: content.applyModes,
    isDemonstration: content.isDemonstration,
    items: content.items.map(({ key, name, projectType, promised }) => ({
      key,
      name,
      projectType,
      promised,
    })),
    itemCodes: content.items.map(({ code }) => code),
  };
}

export function toBundleCard(content: BundleContent): Card {
  return {
    kind: 'bundle',
    code: content.code,
    catalogCode: '',
    name: content.name,
    summary: content.summary,
    keywords: content.keywords,
    departmentCode: content.leadDepartmentCode,
    departmentName: content.leadDepartmentName,
    taskType: null,
    serviceObjects: content.serviceObjects,
    themes: content.themes,
    applyModes: ['1', '2'],
    isDemonstration: content.isDemonstration,
    items: [],
    itemCodes: content.members.map(({ itemCode }) => itemCode),
  };
}
