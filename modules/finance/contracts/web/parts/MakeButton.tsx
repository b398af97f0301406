import { Button, type ButtonProps } from 'antd';

import { useMay } from '#web/client/index.ts';
import { useGo } from '#web/kit/staff/index.ts';

import { type DocumentKind, permissions } from '../../contract.ts';

interface MakeButtonProps extends Pick<ButtonProps, 'size'> {
  readonly kind: DocumentKind;
  readonly children: string;
  /** What the form begins with. */
  readonly search?: Readonly<Record<string, unknown>>;
}

/** Opens the form of a document, for who may prepare one. */
export function MakeButton({ kind, children, search, size = 'middle' }: MakeButtonProps) {
  const may = useMay();
  const go = useGo();
  if (!may(permissions.prepare)) return null;
  return (
    <Button
      size={size}
      {...(size === 'small' ? {} : { type: 'primary' as const })}
      onClick={() => go('/contracts/documents/new', { search: { kind, ...search } })}
    >
      {children}
    </Button>
  );
}
