import { type ComponentType, createContext, Suspense, useContext } from 'react';

export interface SignSlotProps {
  readonly caseId: string;
  /** The paper to sign; null for the receipt for the result. */
  readonly documentId: string | null;
  /** The stored picture, when somebody has signed. */
  readonly onSigned?: ((fileId: string) => void) | undefined;
}

export interface InviteSlotProps {
  readonly windowId: string;
}

/**
 * What the devices of a window do for pages of other modules. The pages say where it stands; the surface, which knows
 * all modules, says what it is. Where it says nothing there is nothing to see.
 */
export interface WindowSlots {
  /** Has a paper read and signed on the pad. */
  readonly sign?: ComponentType<SignSlotProps>;
  /** Asks for a rating on the pad. */
  readonly invite?: ComponentType<InviteSlotProps>;
}

export const WindowSlotsContext = createContext<WindowSlots>({});

export function SignSlot(props: SignSlotProps) {
  const { sign: Slot } = useContext(WindowSlotsContext);
  return Slot === undefined ? null : (
    <Suspense>
      <Slot {...props} />
    </Suspense>
  );
}

export function InviteSlot(props: InviteSlotProps) {
  const { invite: Slot } = useContext(WindowSlotsContext);
  return Slot === undefined ? null : (
    <Suspense>
      <Slot {...props} />
    </Suspense>
  );
}
