import { routes } from '#kernel/files/contract.ts';
import { addressOf } from '#web/client/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

export function SignaturePicture({ fileId }: { readonly fileId: string }) {
  const t = useWords(messages);
  return (
    <img
      className="ow-fill-signature"
      src={addressOf(routes.downloadFile, { params: { id: fileId } })}
      alt={t('signature')}
    />
  );
}
