import { appointmentSlots } from './appointment-slots.ts';
import { backup } from './backup.ts';
import { budget } from './budget.ts';
import { casesScale } from './cases-scale.ts';
import { cases } from './cases.ts';
import { day, dayChaos } from './day.ts';
import { deviceBoard } from './device-board.ts';
import { documentCamera } from './document-camera.ts';
import { fuzz } from './fuzz.ts';
import { growth } from './growth.ts';
import { hallFanOut } from './hall-fanout.ts';
import { hall } from './hall.ts';
import { jobs } from './jobs.ts';
import { kills } from './kills.ts';
import { liveTwoProcesses } from './live-two-processes.ts';
import { live } from './live.ts';
import { mattersSearch } from './matters-search.ts';
import { months } from './months.ts';
import { portability } from './portability.ts';
import { serverKills } from './server-kills.ts';
import { signInHerd } from './sign-in-herd.ts';
import { install, start } from './start.ts';
import type { Workload } from './workload.ts';

/** All workloads, in the order in which they run. */
export const workloads: readonly Workload[] = [
  live,
  jobs,
  cases,
  casesScale,
  growth,
  kills,
  serverKills,
  start,
  backup,
  portability,
  fuzz,
  liveTwoProcesses,
  signInHerd,
  deviceBoard,
  hall,
  hallFanOut,
  day,
  dayChaos,
  mattersSearch,
  appointmentSlots,
  documentCamera,
  budget,
  months,
  // It fetches every package again: only for whoever asks.
  ...(process.argv.includes(install.name) ? [install] : []),
];
