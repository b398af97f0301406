import { useSession } from '../../client/session.tsx';
import { navigationGroups } from '../../kit/pages.ts';
import { icons } from '../../kit/staff/frame/icons.tsx';
import { useNavigation } from '../../kit/staff/frame/SideNav.tsx';
import { EmptyState, Page, To, useLanguage } from '../../kit/staff/index.ts';
import { useWords } from '../../kit/words.ts';
import { messages } from './messages.ts';

/** Where one begins: everything that one may do, with what it is for. */
export function StartPage() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const { name } = useSession().session.actor;
  const groups = useNavigation().filter(({ group }) => group !== undefined);
  return (
    <Page title={t('hello', { name })} description={t('start')}>
      {groups.length === 0 ? <EmptyState title={t('nothing')} hint={t('nothingHint')} /> : null}
      {groups.map(({ group, pages }) => (
        <section key={group ?? ''} className="ow-start">
          <h2>{group ? say(navigationGroups[group]) : ''}</h2>
          <ul>
            {pages.map((page) => (
              <li key={page.path}>
                <To to={page.path}>
                  <span aria-hidden="true">{icons[page.icon ?? 'document']}</span>
                  <span>
                    <strong>{say(page.title)}</strong>
                    {page.hint ? <small>{say(page.hint)}</small> : null}
                  </span>
                </To>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
