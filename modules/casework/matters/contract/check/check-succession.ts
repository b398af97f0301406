import type { BundleContent } from '../bundle.ts';
import { saysTheSame } from '../compare/compare-contents.ts';
import type { MatterContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import { error, warning } from './findings.ts';

/** Rule 7: a change makes a new edition; an edition that changes nothing is none. */
export function checkSuccession(
  before: MatterContent | BundleContent,
  after: MatterContent | BundleContent,
): Finding[] {
  if (saysTheSame(before, after))
    return [
      error(
        'new-edition',
        '',
        '与现行版本完全相同，无须发布新版本',
        'It says the same as the edition in force; nothing has to be published',
      ),
    ];
  if ('members' in before || 'members' in after) return [];
  const keys = new Set(after.items.map(({ key }) => key));
  return before.items
    .filter(({ key }) => !keys.has(key))
    .map((item) =>
      warning(
        'new-edition',
        `items.${item.key}`,
        `办理项「${item.name.zh}」在新版本中取消，已受理的办件仍按原版本办理`,
        `The item “${item.name.en ?? item.name.zh}” ends with this edition; cases that were accepted keep the old one`,
      ),
    );
}
