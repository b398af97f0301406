/** A door of a module that is made later than the one that asks through it. */
export interface Late<Ask extends (...asked: never[]) => Promise<unknown>> {
  readonly ask: Ask;
  plug(door: Ask): void;
}

/** Asking before everything is plugged is an error of ours: it is thrown, never answered with nothing. */
export function createLate<Ask extends (...asked: never[]) => Promise<unknown>>(): Late<Ask> {
  let plugged: Ask | undefined;
  const ask = async (...asked: never[]): Promise<unknown> => {
    if (plugged === undefined) throw new Error('A part was asked before all modules were made.');
    return plugged(...asked);
  };
  return {
    ask: ask as Ask,
    plug: (door) => {
      plugged = door;
    },
  };
}
