import type { DeskTask } from "@/lib/domain/desk-work";

/** What the rule needs of a task. */
export type HandInTask = Pick<DeskTask, "act" | "isNil" | "mayBeNil" | "errors" | "warnings">;

/** A person's sections of a year by what can be done with all of one kind at once. */
export type HandIn<Task extends HandInTask = DeskTask> = {
  /** Wait for the person's own signature. */
  toSign: Task[];
  /** Tables in which nothing is filled in: they may be declared nil. */
  nothingFilled: Task[];
  /** Nothing stands against submitting them. */
  ready: Task[];
  /** Begun, with something to correct or to explain. */
  unfinished: Task[];
  /** Out of the person's hands. */
  sent: Task[];
};

/** Parts sections by what is to be done with them; each stands in one part, in the order of the desk. */
export function arrangeHandIn<Task extends HandInTask>(tasks: readonly Task[]): HandIn<Task> {
  const parts: HandIn<Task> = { toSign: [], nothingFilled: [], ready: [], unfinished: [], sent: [] };
  for (const task of tasks) parts[partOf(task)].push(task);
  return parts;
}

/** Sections that were declared nil and are not submitted: the declaration can still be withdrawn. */
export function listNilUnsent<Task extends HandInTask>(tasks: readonly Task[]): Task[] {
  return tasks.filter((task) => task.isNil && mayEdit(task));
}

/** True when nothing but submitting is left for the person. */
export function isAllReady({ toSign, nothingFilled, ready, unfinished }: HandIn<HandInTask>): boolean {
  return ready.length > 0 && toSign.length + nothingFilled.length + unfinished.length === 0;
}

function partOf(task: HandInTask): keyof HandIn {
  if (task.act === "sign") return "toSign";
  if (!mayEdit(task)) return "sent";
  if (task.mayBeNil) return "nothingFilled";
  return task.errors + task.warnings === 0 ? "ready" : "unfinished";
}

function mayEdit({ act }: HandInTask): boolean {
  return act === "start" || act === "continue" || act === "revise";
}
