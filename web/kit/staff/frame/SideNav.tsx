import { useLanguage } from '../../language.tsx';
import {
  hasPageBelow,
  isInNavigation,
  type NavigationGroup,
  navigationGroups,
  type PageDefinition,
} from '../../pages.ts';
import { To } from '../../routing/index.ts';
import { useWords } from '../../words.ts';
import { icons } from './icons.tsx';
import { messages } from './messages.ts';
import { useMayOpen, useStaffSurface } from './surface-context.ts';

const groupNames = Object.keys(navigationGroups) as readonly NavigationGroup[];

/** The pages of the navigation that the person may open, by group in the order of the groups. */
export function useNavigation(): ReadonlyArray<{
  readonly group: NavigationGroup | undefined;
  readonly pages: readonly PageDefinition[];
}> {
  const { pages, name } = useStaffSurface();
  const mayOpen = useMayOpen();
  const open = pages.filter(
    (page) => page.surface === name && isInNavigation(page) && mayOpen(page),
  );
  return [undefined, ...groupNames]
    .map((group) => ({
      group,
      pages: open
        .filter((page) => page.group === group)
        .toSorted((a, b) => (a.order ?? 100) - (b.order ?? 100)),
    }))
    .filter(({ pages: list }) => list.length > 0);
}

/** Where one can go: links, not a menu, so that every browser and reader knows them. */
export function SideNav({ onFollow }: { readonly onFollow?: () => void }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const groups = useNavigation();
  const all = groups.flatMap(({ pages }) => pages);
  return (
    <nav className="ow-nav" aria-label={t('navigation')}>
      {groups.map(({ group, pages }) => (
        <section
          key={group ?? 'first'}
          {...(group ? { 'aria-label': say(navigationGroups[group]) } : {})}
        >
          {group ? <h2>{say(navigationGroups[group])}</h2> : null}
          <ul>
            {pages.map((page) => (
              <li key={page.path}>
                <To
                  to={page.path}
                  isExact={page.path === '/' || hasPageBelow(page, all)}
                  {...(onFollow ? { onFollow } : {})}
                >
                  <span aria-hidden="true">{page.icon ? icons[page.icon] : icons.document}</span>
                  <span>{say(page.title)}</span>
                </To>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
