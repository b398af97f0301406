import { useEffect, useState } from 'react';

import { qrSvg } from '#kernel/documents/qr/qr.ts';
import { call } from '#web/client/index.ts';
import { shelf } from '#web/devices/store/shelf.ts';
import { useWords } from '#web/kit/words.ts';

import { type PadView, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** Who serves here: photo, name, number, post, department and window; or that nobody does. */
export function StaticPage({ view }: { readonly view: PadView }) {
  const t = useWords(messages);
  if (view.mode === 'paused' || view.mode === 'closed') {
    return (
      <section className="ow-pad-stopped">
        <h1>{t(view.mode)}</h1>
        <p>{view.mode === 'paused' ? view.pauseReason : ''}</p>
      </section>
    );
  }
  return (
    <section className="ow-pad-static">
      <Photo person={view.person} />
      <div>
        <Person view={view} />
        <p className="ow-pad-welcome">{t('welcome')}</p>
        <p>{t('voluntary')}</p>
      </div>
      {view.qr === '' ? null : (
        <figure>
          <img
            src={`data:image/svg+xml,${encodeURIComponent(qrSvg(view.qr, { size: 240, strength: 'M' }))}`}
            alt=""
            width="240"
            height="240"
          />
          <figcaption>{t('scan')}</figcaption>
        </figure>
      )}
    </section>
  );
}

function Person({ view: { person, department } }: { readonly view: PadView }) {
  const t = useWords(messages);
  const isEnglish = t.language === 'en';
  if (person === null) return <h1>{t('noPerson')}</h1>;
  return (
    <>
      <h1>{isEnglish ? person.nameEn : person.nameZh}</h1>
      <ul className="ow-pad-facts">
        <li>{t('employeeNo', { number: person.employeeNo })}</li>
        <li>{isEnglish ? person.postEn : person.postZh}</li>
        {department === null ? null : <li>{isEnglish ? department.nameEn : department.nameZh}</li>}
      </ul>
    </>
  );
}

/** The photo, kept on the shelf under the key that changes with it; an outline of a person without one. */
function Photo({ person }: { readonly person: PadView['person'] }) {
  const t = useWords(messages);
  const [address, setAddress] = useState<string>();
  const photoKey = person?.hasPhoto === true ? person.photoKey : undefined;
  useEffect(() => {
    if (photoKey === undefined) return undefined;
    let made: string | undefined;
    let isOver = false;
    const show = (photo: unknown) => {
      if (isOver || !(photo instanceof Blob)) return;
      made = URL.createObjectURL(photo);
      setAddress(made);
    };
    const name = `evaluation/photo/${photoKey}`;
    const find = async () => {
      const kept = await shelf.get(name);
      if (kept instanceof Blob) return show(kept);
      const photo: unknown = await call(routes.getPadPhoto, { asksToSignIn: false });
      await shelf.set(name, photo);
      return show(photo);
    };
    void find().catch(() => undefined);
    return () => {
      isOver = true;
      setAddress(undefined);
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [photoKey]);
  if (address !== undefined && person !== null)
    return <img className="ow-pad-photo" src={address} alt={t('photo', { name: person.nameZh })} />;
  return (
    <svg className="ow-pad-photo" viewBox="0 0 120 150" aria-hidden="true">
      <path d="M0 0h120v150H0z" fill="var(--ow-accent-soft)" />
      <circle cx="60" cy="58" r="28" fill="var(--ow-line-strong)" />
      <path d="M10 150c4-46 96-46 100 0z" fill="var(--ow-line-strong)" />
    </svg>
  );
}
