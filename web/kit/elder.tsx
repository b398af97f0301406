import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';

import { readSetting, writeSetting } from './settings.ts';

interface ElderState {
  /** 18 pt body text and 60 px targets. */
  readonly isElder: boolean;
  readonly setElder: (isElder: boolean) => void;
}

const ElderContext = createContext<ElderState | undefined>(undefined);
const SETTING = 'elder';

function apply(isElder: boolean): void {
  document.documentElement.dataset['elder'] = isElder ? 'on' : 'off';
}

/** Whether it was chosen on this machine. */
export function isElderChosen(): boolean {
  return readSetting(SETTING) === 'on';
}

/** Holds the elder mode of a surface and remembers the choice on this machine. */
export function ElderProvider({ children }: { readonly children: ReactNode }) {
  const [isElder, choose] = useState(() => {
    const kept = isElderChosen();
    apply(kept);
    return kept;
  });
  useEffect(() => apply(isElder), [isElder]);
  const setElder = useCallback((next: boolean) => {
    writeSetting(SETTING, next ? 'on' : 'off');
    choose(next);
  }, []);
  const state = useMemo(() => ({ isElder, setElder }), [isElder, setElder]);
  return <ElderContext value={state}>{children}</ElderContext>;
}

export function useElder(): ElderState {
  const state = useContext(ElderContext);
  if (!state) throw new Error('useElder needs an ElderProvider above it');
  return state;
}
