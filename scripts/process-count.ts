/** So much memory an app process may take when it is busy: an estimate, with room for a rendered file. */
const MEMORY_OF_ONE = 700 * 1024 ** 2;
/** More of them share one database without being faster. */
const MOST_BY_DEFAULT = 8;
/** A process waits for the database in so many places at once; more would only queue there. */
const MOST_OF_ONE = 10;
const FEWEST_OF_ONE = 3;

/** How many app processes run: as the setting says, or as many as there are cores and memory for. */
export function countProcesses(machine: { asked: number | undefined; cores: number; memory: number }): number {
  if (machine.asked !== undefined) return machine.asked;
  const room = Math.floor(machine.memory / MEMORY_OF_ONE);
  return Math.max(1, Math.min(machine.cores, room, MOST_BY_DEFAULT));
}

/** Divides the connections to the database among the processes. */
export function connectionsOfOne(all: number, processes: number): number {
  return Math.max(FEWEST_OF_ONE, Math.min(MOST_OF_ONE, Math.floor(all / processes)));
}
