import type { FieldOf, OutputProps } from '../input-props.ts';
import { SignaturePicture } from './SignaturePicture.tsx';

export function SignatureOutput({ value }: OutputProps<FieldOf<'signature'>>) {
  return typeof value === 'string' && value !== '' ? <SignaturePicture fileId={value} /> : null;
}
