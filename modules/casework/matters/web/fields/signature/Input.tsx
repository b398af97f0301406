import { routes } from '#kernel/files/contract.ts';
import { UploadField } from '#web/kit/common/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { FieldOf, InputProps } from '../input-props.ts';
import { messages } from '../messages.ts';
import { useSurroundings } from '../surroundings.ts';
import { SignaturePad } from './SignaturePad.tsx';
import { SignaturePicture } from './SignaturePicture.tsx';

/** A signature: drawn here, or a picture of one, which is what a keyboard can do. */
export function SignatureInput(props: InputProps<FieldOf<'signature'>>) {
  const { value, onChange, isDisabled } = props;
  const t = useWords(messages);
  const { signaturePurpose } = useSurroundings();
  if (typeof value === 'string' && value !== '')
    return (
      <div className="ow-fill-files">
        <SignaturePicture fileId={value} />
        {isDisabled ? null : (
          <button type="button" className="ow-button" onClick={() => onChange(undefined)}>
            {t('signAgain')}
          </button>
        )}
      </div>
    );
  if (isDisabled) return null;
  if (signaturePurpose === undefined) return <p className="ow-fill-place">{t('signHere')}</p>;
  return (
    <div className="ow-fill-files">
      <SignaturePad purpose={signaturePurpose} onSigned={onChange} />
      <UploadField
        label={t('signPicture')}
        accept="image/png,image/jpeg"
        contract={routes.uploadFiles}
        place={{ query: { purpose: signaturePurpose } }}
        onDone={({ items }) => onChange(items[0]?.id)}
      />
    </div>
  );
}
