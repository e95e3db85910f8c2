/** Processor time from /proc: says what work costs also on a machine that is busy with other things. Linux only. */
import { readFileSync } from 'node:fs';

const TIKKEN_PER_S = 100;

/** Ticks of a process, and of its children that ended and were waited for. */
function tikken(pid) {
  // The name of a process may contain spaces; the fields after it do not.
  const velden = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ').map(Number);
  return { zelf: velden[11] + velden[12], geweest: velden[13] + velden[14] };
}

function kinderenVan(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
}

/** Processor time in seconds of a process alone, all its threads. */
export const rekentijd = (pid) => tikken(pid).zelf / TIKKEN_PER_S;

/** Processor time in seconds of a process with all that it started and what that started. */
export function rekentijdMetKinderen(pid) {
  const { zelf, geweest } = tikken(pid);
  let som = (zelf + geweest) / TIKKEN_PER_S;
  for (const kind of kinderenVan(pid)) {
    try { som += rekentijdMetKinderen(kind); } catch { /* Ended meanwhile: counted with its parent. */ }
  }
  return som;
}

/** Processor time in seconds of a gateway that runs as a whole: its API, its worker and its PostgreSQL with all sessions. */
export function rekentijdPerDeel(pid) {
  const delen = { api: rekentijd(pid), worker: 0, postgres: 0 };
  for (const kind of kinderenVan(pid)) {
    const deel = readFileSync(`/proc/${kind}/comm`, 'utf8').startsWith('postgres') ? 'postgres' : 'worker';
    delen[deel] += rekentijdMetKinderen(kind);
  }
  return delen;
}

/** Processor time in seconds of the whole machine that was not idle. */
export function rekentijdMachine() {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq + steal) / TIKKEN_PER_S;
}
