/** What happens at a moment of the simulated day. Steps of one lane follow each other; lanes run side by side. */
export interface Step {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly lane: string;
  readonly act: () => Promise<void>;
}

export interface Agenda {
  plan(at: number, lane: string, act: () => Promise<void>): void;
  /**
   * Does everything in the order of its time until nothing is left or `until` is reached. The day goes in slices: the
   * clock is moved to the next slice in which something is planned, its steps are done, and what they plan for the
   * same slice comes in the next one. The order within a lane depends on nothing but the plan.
   */
  run(until: number): Promise<void>;
  readonly done: number;
}

export interface AgendaOptions {
  readonly sliceMs: number;
  /** Moves the centre's clock; resolves when the centre has heard it. */
  readonly moveTo: (at: number) => Promise<void>;
  /** Called after each slice. */
  readonly onSlice?: (at: number) => void;
}

export function createAgenda({ sliceMs, moveTo, onSlice }: AgendaOptions): Agenda {
  const slices = new Map<number, Step[]>();
  const order = createHeap();
  let current = -Infinity;
  let done = 0;
  const plan: Agenda['plan'] = (at, lane, act) => {
    const slice = Math.max(Math.floor(at / sliceMs) * sliceMs, current + sliceMs);
    const steps = slices.get(slice);
    if (steps !== undefined) steps.push({ at, lane, act });
    else {
      slices.set(slice, [{ at, lane, act }]);
      order.push(slice);
    }
  };
  const doSlice = async (slice: number) => {
    current = slice;
    const lanes = Map.groupBy(slices.get(slice) ?? [], (step) => step.lane);
    slices.delete(slice);
    await moveTo(slice);
    const work = async (own: readonly Step[]) => {
      for (const step of own.toSorted((left, right) => left.at - right.at)) {
        await step.act();
        done += 1;
      }
    };
    await Promise.all([...lanes.values()].map(work));
  };
  return {
    plan,
    run: async (until) => {
      for (;;) {
        const slice = order.first();
        if (slice === undefined || slice >= until) return;
        order.shift();
        await doSlice(slice);
        onSlice?.(slice);
      }
    },
    get done() {
      return done;
    },
  };
}

/** Numbers, the smallest first. */
function createHeap() {
  const items: number[] = [];
  const swap = (left: number, right: number) => {
    [items[left], items[right]] = [items[right] ?? 0, items[left] ?? 0];
  };
  return {
    first: () => items[0],
    push: (value: number) => {
      items.push(value);
      for (let at = items.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if ((items[parent] ?? 0) <= (items[at] ?? 0)) break;
        swap(parent, at);
        at = parent;
      }
    },
    shift: () => {
      const last = items.pop();
      if (last === undefined || items.length === 0) return;
      items[0] = last;
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        let least = at;
        if (left < items.length && (items[left] ?? 0) < (items[least] ?? 0)) least = left;
        if (right < items.length && (items[right] ?? 0) < (items[least] ?? 0)) least = right;
        if (least === at) break;
        swap(at, least);
        at = least;
      }
    },
  };
}
