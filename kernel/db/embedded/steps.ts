import type { Sentence } from './errors.ts';

export type StepId =
  | 'wait'
  | 'binaries'
  | 'initialise'
  | 'restart'
  | 'start'
  | 'recover'
  | 'adopt'
  | 'database';

/** What the start is doing now, for whoever waits for it. */
export interface Step extends Sentence {
  readonly id: StepId;
}

export type OnStep = (step: Step) => void;

const SENTENCES: Record<StepId, Sentence> = {
  wait: {
    zh: '等待另一个进程完成数据库的启动',
    en: 'Waiting for another process to finish with the database',
  },
  binaries: { zh: '准备数据库程序', en: 'Preparing the database programs' },
  initialise: { zh: '首次建立数据库', en: 'Creating the database for the first time' },
  restart: {
    zh: '数据库意外停止，正在重新启动',
    en: 'The database ended unexpectedly; starting it again',
  },
  start: { zh: '启动数据库', en: 'Starting the database' },
  recover: {
    zh: '上次未正常关闭，正在恢复数据库',
    en: 'The database was not shut down cleanly; recovering',
  },
  adopt: { zh: '接管正在运行的数据库', en: 'Taking over the database that is already running' },
  database: { zh: '建立数据库账户与库', en: 'Creating the database account and database' },
};

export function toStep(id: StepId): Step {
  return { id, ...SENTENCES[id] };
}
