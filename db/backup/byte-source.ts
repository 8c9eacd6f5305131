import { BackupProblem } from "./backup-problem";

export type Source = {
  take(bytes: number): Promise<Buffer>;
  takeUpTo(bytes: number): Promise<Buffer>;
  isAtEnd(): Promise<boolean>;
};

/** Gives a stream's bytes in the amounts that are asked for; where they do not suffice, the file is cut off. */
export function takeFrom(file: AsyncIterable<Buffer>): Source {
  const chunks = file[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const fill = async (bytes: number): Promise<boolean> => {
    while (held.length < bytes) {
      const next = await chunks.next();
      if (next.done) return false;
      held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    }
    return true;
  };
  const takeUpTo = async (bytes: number): Promise<Buffer> => {
    await fill(bytes);
    const part = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return part;
  };
  return {
    takeUpTo,
    async take(bytes) {
      const part = await takeUpTo(bytes);
      if (part.length < bytes) throw new BackupProblem("cut_off");
      return part;
    },
    isAtEnd: async () => !(await fill(1)),
  };
}
