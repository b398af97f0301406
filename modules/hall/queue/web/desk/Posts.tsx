import { Button, Select } from 'antd';
import { useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { ProblemNotice, Section, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Desk, type OwnWindow, routes, type Session } from '../../contract.ts';
import { messages } from '../messages.ts';

/** Windows of the same site at which nobody works and whose lines the asker may serve. */
function listFree(desk: Desk, { windowId }: Session): OwnWindow[] {
  const own = desk.windows.find((one) => one.windowId === windowId);
  const held = new Set(desk.posts.map((post) => post.windowId));
  return desk.windows.filter(
    (one) =>
      one.siteNameZh === own?.siteNameZh &&
      one.windowId !== windowId &&
      !held.has(one.windowId) &&
      (one.state === 'offline' || one.state === 'paused'),
  );
}

/** A/B 岗: the posts of other windows that are served from here, and which can be taken over. */
export function Posts({ desk, session }: { readonly desk: Desk; readonly session: Session }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const take = useAct(routes.takePost);
  const leave = useAct(routes.leavePost);
  const free = listFree(desk, session);
  const params = { id: session.windowId };
  if (desk.posts.length === 0 && free.length === 0) return null;
  const nameOf = (one: Pick<OwnWindow, 'windowNumber' | 'nameZh' | 'nameEn'>) =>
    `${t('windowNo', { number: one.windowNumber })} ${language === 'en' ? one.nameEn : one.nameZh}`;
  const isFree = free.some((one) => one.windowId === chosen);
  return (
    <Section title={t('posts')} description={t('postsHint')}>
      <ProblemNotice problem={take.error ?? leave.error} />
      {desk.posts.length === 0 ? null : (
        <ul className="ow-calling-posts">
          {desk.posts.map((post) => (
            <li key={post.windowId}>
              <span>{nameOf(post)}</span>
              <Button
                size="small"
                loading={leave.isPending}
                aria-label={`${t('leavePost')} ${t('windowNo', { number: post.windowNumber })}`}
                onClick={() => leave.mutate({ params, body: { windowId: post.windowId } })}
              >
                {t('leavePost')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {free.length === 0 ? null : (
        <div className="ow-calling-acts">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('choosePost')}
            placeholder={t('choosePost')}
            value={isFree ? (chosen ?? null) : null}
            style={{ minWidth: '16rem', maxWidth: '100%' }}
            options={free.map((one) => ({ value: one.windowId, label: nameOf(one) }))}
            onChange={(windowId) => setChosen(windowId ?? undefined)}
          />
          <Button
            disabled={!isFree || session.state === 'paused'}
            loading={take.isPending}
            onClick={() => take.mutate({ params, body: { windowId: chosen ?? '' } })}
          >
            {t('takePost')}
          </Button>
        </div>
      )}
    </Section>
  );
}
