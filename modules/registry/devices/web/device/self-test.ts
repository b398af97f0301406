import type { SelfTestItem } from '../../contract.ts';

/** Hardware that a device may have; played by the simulator where none is attached. */
export const SIMULATED_PARTS = ['printer', 'card-reader', 'speaker'] as const;
export type SimulatedPart = (typeof SIMULATED_PARTS)[number];
export type Simulation = Readonly<Record<SimulatedPart, boolean>>;

/** Which hardware belongs to a kind of device. */
const PARTS_OF: Readonly<Record<string, readonly SimulatedPart[]>> = {
  'ticket-machine': ['printer', 'card-reader'],
  'self-service-kiosk': ['printer', 'card-reader', 'speaker'],
  'media-player': ['speaker'],
  'calling-display': ['speaker'],
  'receipt-printer': ['printer'],
  'id-card-reader': ['card-reader'],
};

export const partsOf = (kindCode: string): readonly SimulatedPart[] => PARTS_OF[kindCode] ?? [];

/** Tries every part of the device: what the browser itself has for real, the hardware by its simulator. */
export function testSelf(kindCode: string, simulation: Simulation): SelfTestItem[] {
  return [
    { part: 'network', passed: navigator.onLine, note: '' },
    {
      part: 'display',
      passed: screen.width > 0 && screen.height > 0,
      note: `${screen.width}x${screen.height}`,
    },
    { part: 'storage', passed: hasStorage(), note: '' },
    ...partsOf(kindCode).map((part) => ({ part, passed: simulation[part], note: 'simulated' })),
  ];
}

function hasStorage(): boolean {
  try {
    localStorage.setItem('onewindow.probe', '1');
    localStorage.removeItem('onewindow.probe');
    return true;
  } catch {
    return false;
  }
}
