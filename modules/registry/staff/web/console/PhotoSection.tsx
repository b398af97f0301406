import { routes as files } from '#kernel/files/contract.ts';
import { addressOf, useAct, useMay } from '#web/client/index.ts';
import { Section, UploadField, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, type Person, routes } from '../../contract.ts';
import { useNameOf } from '../parts/use-places.ts';
import { messages } from './messages.ts';

import '../staff.css';

const LIMIT = 5 * 1024 * 1024;
const WIDTH = 132;

/** The photo of the badge, and a place to drop another one. */
export function PhotoSection({ person }: { readonly person: Person }) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  const may = useMay();
  const tell = useTell();
  const act = useAct(routes.setPhoto, { onDone: () => tell.done(t('photoSaved')) });
  const { id, version, photoFileId } = person;
  const use = (fileId: string | undefined) => {
    if (fileId === undefined) return;
    act.mutate({ params: { id }, body: { fileId, version } }, { onError: tell.problem });
  };
  return (
    <Section title={t('photo')}>
      <div className="ow-photo">
        {photoFileId === null ? (
          <p>{t('noPhoto')}</p>
        ) : (
          <img
            src={addressOf(files.downloadFile, { params: { id: photoFileId } })}
            alt={t('photoOf', { name: nameOf(person) })}
            width={WIDTH}
          />
        )}
        {may(permissions.manage) && person.state === 'working' ? (
          <UploadField
            contract={files.uploadFiles}
            place={{ query: { purpose: 'staff.photo' } }}
            label={t('choosePhoto')}
            accept="image/jpeg,image/png"
            maxBytes={LIMIT}
            onDone={({ items }) => use(items[0]?.id)}
          />
        ) : null}
      </div>
    </Section>
  );
}
