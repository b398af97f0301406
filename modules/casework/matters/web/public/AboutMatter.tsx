import { Card, type Fact, Facts, formatDay, formatList, To } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Guide, HandlingItem } from '../../contract.ts';
import { codeWords } from '../words/codes/messages.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

export interface AboutMatterProps {
  readonly guide: Guide;
  readonly item: HandlingItem;
}

/** Whose matter it is, whom to call, its codes and its edition. */
export function AboutMatter({ guide, item }: AboutMatterProps) {
  const t = useWords(messages);
  const say = useText();
  const { content, bundles } = guide;
  return (
    <>
      <Card title={t('contact')}>
        <Facts
          facts={[
            { name: t('consult'), value: <Phone number={content.consultPhone} /> },
            { name: t('supervise'), value: <Phone number={content.supervisePhone} /> },
          ]}
        />
      </Card>
      {bundles.length === 0 ? null : (
        <Card title={t('inBundles')}>
          <ul className="ow-guide-links">
            {bundles.map((bundle) => (
              <li key={bundle.matterId}>
                <To to={`/bundles/${bundle.matterId}`}>{say(bundle.name)}</To>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('about')}>
        <Facts facts={useFacts(guide, item)} />
      </Card>
    </>
  );
}

function useFacts({ content, number, validFrom }: Guide, item: HandlingItem): readonly Fact[] {
  const t = useWords(messages);
  const c = useWords(codeWords);
  const list = (parts: readonly string[]) => formatList(parts, t.language);
  return [
    { name: t('authority'), value: content.authority.name },
    ...(content.coDepartments.length === 0
      ? []
      : [{ name: t('coDepartments'), value: list(content.coDepartments) }]),
    ...(content.entrusted === undefined
      ? []
      : [{ name: t('entrusted'), value: content.entrusted }]),
    { name: t('taskType'), value: c(`task.${content.taskType}`) },
    { name: t('projectType'), value: c(`project.${item.projectType}`) },
    {
      name: t('objects'),
      value: list(content.serviceObjects.map((object) => c(`object.${object}`))),
    },
    { name: t('level'), value: list(content.useLevels.map((level) => c(`level.${level}`))) },
    { name: t('taskCode'), value: content.taskCode },
    { name: t('itemCode'), value: item.code },
    {
      name: t('edition'),
      value: t('editionValue', { number, day: formatDay(validFrom, t.language) }),
    },
  ];
}

/** A number to call; 021-12345 and 12345 转 2 are numbers as well. */
export function Phone({ number }: { readonly number: string }) {
  const digits = /[\d-]{5,}/u.exec(number)?.[0];
  return digits === undefined ? number : <a href={`tel:${digits}`}>{number}</a>;
}
