/** Told what is going on, for a bar. `total` and `advance` count mebibytes or tables. */
export interface Progress {
  stage(zh: string, en: string, total: number): Stage;
}

export interface Stage {
  advance(by: number): void;
  done(): void;
}

export const silent: Progress = {
  stage: () => ({ advance: () => undefined, done: () => undefined }),
};

const MEBIBYTE = 1024 * 1024;

export const toMebibytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / MEBIBYTE));

/** Turns bytes into whole mebibytes for a stage. */
export function byteStage(stage: Stage): Stage {
  let bytes = 0;
  let told = 0;
  return {
    advance(by) {
      bytes += by;
      const whole = Math.floor(bytes / MEBIBYTE);
      if (whole > told) stage.advance(whole - told);
      told = whole;
    },
    done: () => stage.done(),
  };
}
