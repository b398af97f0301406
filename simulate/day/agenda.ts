/**
 * What happens at a moment of the simulated day. Steps of one lane follow each other; lanes run side by side. What
 * touches several lanes stands alone: it comes after them, one at a time.
 */
export interface Step {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly lane: string;
  readonly isAlone: boolean;
  readonly act: () => Promise<void>;
}

export interface Agenda {
  plan(at: number, lane: string, act: () => Promise<void>): void;
  /** The same for what touches several lanes; `lane` orders it among others of the same moment. */
  planAlone(at: number, lane: string, act: () => Promise<void>): void;
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
  const add = (step: Step) => {
    const slice = Math.max(Math.floor(step.at / sliceMs) * sliceMs, current + sliceMs);
    const steps = slices.get(slice);
    if (steps !== undefined) steps.push(step);
    else {
      slices.set(slice, [step]);
      order.push(slice);
    }
  };
  const doSlice = async (slice: number) => {
    current = slice;
    const steps = slices.get(slice) ?? [];
    const lanes = Map.groupBy(
      steps.filter(({ isAlone }) => !isAlone),
      (step) => step.lane,
    );
    slices.delete(slice);
    await moveTo(slice);
    const work = async (own: readonly Step[]) => {
      for (const step of own.toSorted(inOrder)) {
        await step.act();
        done += 1;
      }
    };
    await Promise.all([...lanes.values()].map(work));
    await work(steps.filter(({ isAlone }) => isAlone));
  };
  return {
    plan: (at, lane, act) => add({ at, lane, isAlone: false, act }),
    planAlone: (at, lane, act) => add({ at, lane, isAlone: true, act }),
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

/** By time; at one moment by lane, which does not hang on who was faster to plan it. */
const inOrder = (left: Step, right: Step): number =>
  left.at - right.at || (left.lane < right.lane ? -1 : Number(left.lane > right.lane));

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
