import { useCall, useLive } from '#web/client/index.ts';
import { useParam, WithAnswer } from '#web/kit/staff/index.ts';

import { BundleContent, checkContent, LIVE, MatterContent, routes } from '../../contract.ts';
import { DraftEditor } from './editions/DraftEditor.tsx';

/** An edition of a matter: to edit while it is a draft, to read otherwise. */
export function EditionPage() {
  const id = useParam('editionId');
  const answer = useCall(routes.getEdition, { params: { id } });
  useLive([LIVE]);
  return (
    <WithAnswer answer={answer}>
      {(edition) => (
        <DraftEditor
          key={edition.id}
          edition={edition}
          schema={MatterContent}
          findAll={checkContent}
          save={routes.saveDraft}
        />
      )}
    </WithAnswer>
  );
}

/** An edition of a bundle; what is wrong with it hangs on its members, so the server says it. */
export function BundleEditionPage() {
  const id = useParam('editionId');
  const answer = useCall(routes.getBundleEdition, { params: { id } });
  useLive([LIVE]);
  return (
    <WithAnswer answer={answer}>
      {(edition) => (
        <DraftEditor
          key={edition.id}
          edition={edition}
          schema={BundleContent}
          findAll={() => edition.findings}
          save={routes.saveBundleDraft}
        />
      )}
    </WithAnswer>
  );
}
