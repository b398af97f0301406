import { useWords } from '#web/kit/words.ts';

import {
  EXECUTION_WEIGHT,
  Level1,
  level1Words,
  level2Words,
  type PublishedTarget,
} from '../../contract.ts';
import { messages } from '../messages.ts';
import { showTarget, showYuan } from './show.ts';

import './declaration.css';

interface DeclarationTableProps {
  readonly target: Omit<PublishedTarget, 'approvedOn'>;
}

/** 项目支出绩效目标申报表 as a table: the same on the console, in public and on paper. */
export function DeclarationTable({ target }: DeclarationTableProps) {
  const t = useWords(messages);
  const { project } = target;
  const facts = [
    [t('project'), target.projectName, t('projectCode'), target.projectCode],
    [t('implementer'), project?.implementer ?? '', t('office'), project?.office ?? ''],
    [
      t('period'),
      project === null ? '' : `${project.startsOn} – ${project.endsOn}`,
      t('limit'),
      showYuan(project?.amount ?? ''),
    ],
  ] as const;
  return (
    <section
      className="ow-declaration"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={`${t('declaration')} ${target.projectName}`}
    >
      <table>
        <tbody>
          {facts.map(([label, value, other, second]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td colSpan={2}>{value}</td>
              <th scope="row">{other}</th>
              <td>{second}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('overview')}</th>
            <td colSpan={4}>{project?.overview ?? ''}</td>
          </tr>
          <tr>
            <th scope="row">{t('annualGoal')}</th>
            <td colSpan={4}>{target.annualGoal}</td>
          </tr>
          <tr>
            <th scope="col">{t('level1')}</th>
            <th scope="col">{t('level2')}</th>
            <th scope="col">{t('level3')}</th>
            <th scope="col">{t('target')}</th>
            <th scope="col">{t('weight')}</th>
          </tr>
          <Rows indicators={target.indicators} />
          <tr>
            <th scope="row">{t('execution')}</th>
            <td colSpan={2}>{t('whole')}</td>
            <td className="ow-declaration-centre">100%</td>
            <td className="ow-declaration-centre">{EXECUTION_WEIGHT}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Rows({ indicators }: Pick<PublishedTarget, 'indicators'>) {
  const t = useWords(messages);
  return Level1.options.flatMap((level1) => {
    const own = indicators.filter((one) => one.level1 === level1);
    const groups = [...Map.groupBy(own, (one) => one.level2)];
    return groups.flatMap(([level2, group], groupIndex) =>
      group.map((one, index) => (
        <tr key={`${level2} ${one.level3}`}>
          {groupIndex === 0 && index === 0 ? (
            <th scope="rowgroup" rowSpan={own.length}>
              {level1Words[level1][t.language]}
            </th>
          ) : null}
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={group.length}>
              {level2Words[level2][t.language]}
            </th>
          ) : null}
          <td>{one.level3}</td>
          <td className="ow-declaration-centre">{showTarget(one)}</td>
          <td className="ow-declaration-centre">{one.weight}</td>
        </tr>
      )),
    );
  });
}
