// Loaded into the program before it starts: when the launcher above it is killed outright, nobody would hand on
// signals any more and the program would keep its port for ever. It then asks itself to stop in order.
import { isMainThread } from 'node:worker_threads';

const launcher = Number(process.env.ONEWINDOW_LAUNCHER);

if (isMainThread && process.ppid === launcher) {
  const timer = setInterval(() => {
    if (process.ppid === launcher) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}
// Its own children are not the launcher's.
delete process.env.ONEWINDOW_LAUNCHER;
