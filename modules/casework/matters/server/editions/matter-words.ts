import type { BundleContent, MatterContent } from '../../contract.ts';
import { type Card, toBundleCard, toMatterCard } from '../card.ts';
import type { Content, MatterRow } from '../tables.ts';

export const toCard = (content: Content): Card =>
  'members' in content ? toBundleCard(content) : toMatterCard(content);

/** The code by which a matter or bundle is known; it never changes. */
export const codeOf = (content: MatterContent | BundleContent): string =>
  'members' in content ? content.code : content.taskCode;

/** The words of an edition that the row of its matter carries for lists. */
export function toWords(card: Card): Omit<MatterRow, 'centre_id' | 'matter_id' | 'last_number'> {
  return {
    kind: card.kind,
    code: card.code,
    catalog_code: card.catalogCode,
    name_zh: card.name.zh,
    name_en: card.name.en ?? '',
    task_type: card.taskType,
    department_code: card.departmentCode,
    department_name: card.departmentName,
    is_demonstration: card.isDemonstration,
    item_count: card.itemCodes.length,
  };
}
