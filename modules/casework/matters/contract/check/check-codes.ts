import { parseImplementationCode } from '#kernel/ids/implementation-code.ts';

import type { MatterContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import { error } from './findings.ts';

/** The codes of handbook and standard: 实施编码 is the authority, the level and the 基本编码, and items carry it on. */
export function checkCodes(content: MatterContent): Finding[] {
  const parsed = parseImplementationCode(content.taskCode);
  if (!parsed.ok) return [error('code', 'taskCode', parsed.message['zh-CN'], parsed.message.en)];
  const { authority, level, basic, code } = parsed.value;
  const found: Finding[] = [];
  const expect = (place: string, holds: boolean, zh: string, en: string) => {
    if (!holds) found.push(error('code', place, zh, en));
  };
  expect(
    'catalogCode',
    content.catalogCode === basic.code,
    `实施编码末12位（${basic.code}）与基本编码不一致`,
    `The implementation code ends with ${basic.code}, which is not the basic code`,
  );
  expect(
    'authority.creditCode',
    content.authority.creditCode === authority.code,
    '实施编码前18位与实施主体的统一社会信用代码不一致',
    'The implementation code does not begin with the credit code of the authority',
  );
  expect(
    'taskType',
    content.taskType === basic.type,
    `基本编码中的事项类型（${basic.type}）与所选类型不一致`,
    `The basic code says type ${basic.type}, which is not the one chosen`,
  );
  expect(
    'useLevels',
    level === '7' || content.useLevels.includes(level),
    `实施编码中的行使层级（${level}）不在所选层级中`,
    `The implementation code says level ${level}, which is not among those chosen`,
  );
  for (const item of content.items)
    expect(
      `items.${item.key}.code`,
      item.code.startsWith(code),
      '业务办理项编码应为实施编码加两位顺序号',
      'The code of an item is the implementation code and two digits',
    );
  return found;
}
