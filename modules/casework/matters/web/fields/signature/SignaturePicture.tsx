import { routes } from '#kernel/files/contract.ts';
import { addressOf } from '#web/client/index.ts';
import { usePicture } from '#web/kit/use-picture.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

export function SignaturePicture({ fileId }: { readonly fileId: string }) {
  const t = useWords(messages);
  const source = usePicture(addressOf(routes.downloadFile, { params: { id: fileId } }));
  return <img className="ow-fill-signature" src={source} alt={t('signature')} />;
}
