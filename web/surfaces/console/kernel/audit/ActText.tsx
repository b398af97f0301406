import { useLanguage } from '../../../../kit/staff/index.ts';
import { findActName } from '../names/act-names.ts';

/** What was done, in words, with the name that searches and exports use. */
export function ActText({ act }: { readonly act: string }) {
  const { say } = useLanguage();
  const words = findActName(act);
  return (
    <>
      {words === undefined ? null : `${say(words)} `}
      <code>{act}</code>
    </>
  );
}
