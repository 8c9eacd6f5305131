/** Why the process that was to write a file ended without it: too little memory, too little time, or a fault of ours. */
export type WriteFailure = "memory" | "time" | "fault";

/** A file that was not written; the message says what the writing process said of it. */
export class FileNotWritten extends Error {
  readonly reason: WriteFailure;

  constructor(reason: WriteFailure, said: string) {
    super(`the process that writes a file ended before it was written (${reason})${said === "" ? "" : `: ${said}`}`);
    this.name = "FileNotWritten";
    this.reason = reason;
  }
}
