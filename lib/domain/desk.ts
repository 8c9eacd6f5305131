import type { Actor } from "@/lib/domain/access";
import type { SectionId } from "@/lib/domain/format";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { decideMove, type Submission, type SubmissionState } from "@/lib/domain/submission";

/** What a person does next with one of their sections. */
export type DeskAct = "sign" | "revise" | "continue" | "start" | "look";

/** States in which a section is out of its unit's hands. */
const DONE_STATES: readonly SubmissionState[] = ["awaiting_signature", "submitted", "approved"];

/** Names the act that a section asks of `actor`; "look" where it asks for none. */
export function nextAct(submission: Submission, actor: Pick<Actor, "userId" | "permissions" | "memberships">): DeskAct {
  if (decideMove(submission, "sign", actor).ok) return "sign";
  if (!decideMove(submission, "edit", actor).ok) return "look";
  if (submission.state === "returned") return "revise";
  return submission.state === "draft" ? "continue" : "start";
}

type DeskOrder = { state: SubmissionState; dueAt: Date; sectionId: SectionId; act: DeskAct };

/**
 * Puts what must be done first in front: what waits for the person's own signature, what came back, then what is open
 * by its deadline, then what is done. Equal ones stand in the order of the form.
 */
export function orderTasks<Task extends DeskOrder>(tasks: readonly Task[]): Task[] {
  const rank = (task: Task) => {
    if (task.act === "sign") return 0;
    if (task.state === "returned") return 1;
    if (isOpenTask(task.state)) return 2;
    return 3 + DONE_STATES.indexOf(task.state);
  };
  const due = (task: Task) => (isOpenTask(task.state) ? task.dueAt.getTime() : 0);
  return tasks.toSorted(
    (left, right) =>
      rank(left) - rank(right) ||
      due(left) - due(right) ||
      SECTION_IDS.indexOf(left.sectionId) - SECTION_IDS.indexOf(right.sectionId),
  );
}

/** What a person does next once they are done with one section, and how many of their sections ask for something. */
export function nextAfter<Task extends DeskOrder & { id: string }>(
  tasks: readonly Task[],
  doneId: string,
): { next: Task | null; open: number } {
  const open = orderTasks(tasks.filter((task) => task.id !== doneId && task.act !== "look"));
  return { next: open[0] ?? null, open: open.length };
}

/** True while the unit still has to do something about a section. */
export function isOpenTask(state: SubmissionState): boolean {
  return !DONE_STATES.includes(state);
}

/** A day on the desk's line: what is due then, or today. */
export type DeskDate = {
  at: Date;
  kind: "past" | "now" | "due" | "ahead";
  /** What is due: sections to be sent again, sections of one kind, or the statutory day. */
  due:
    | { what: "again"; sectionIds: SectionId[] }
    | { what: "tables" | "narrative"; sectionIds: SectionId[] }
    | { what: "statutory" }
    | { what: "today" };
};

type DatedTask = { state: SubmissionState; dueAt: Date; sectionId: SectionId; kind: "tables" | "narrative" };

/** The dates that concern these tasks, in order, with today among them. The nearest open one is `due`. */
export function listDates(tasks: readonly DatedTask[], statutoryDueAt: Date, now: Date): DeskDate[] {
  const groups = new Map<string, { at: Date; due: DeskDate["due"]; isOpen: boolean }>();
  for (const task of tasks) {
    const word = task.state === "returned" ? "again" : task.kind;
    const name = `${task.dueAt.getTime()} ${word}`;
    const group = groups.get(name);
    const before = group?.due && "sectionIds" in group.due ? group.due.sectionIds : [];
    const sectionIds = [...new Set([...before, task.sectionId])].toSorted(
      (left, right) => SECTION_IDS.indexOf(left) - SECTION_IDS.indexOf(right),
    );
    groups.set(name, {
      at: task.dueAt,
      due: { what: word, sectionIds },
      isOpen: (group?.isOpen ?? false) || isOpenTask(task.state),
    });
  }
  const dated = [
    ...groups.values(),
    { at: statutoryDueAt, due: { what: "statutory" as const }, isOpen: false },
    { at: now, due: { what: "today" as const }, isOpen: false },
  ].toSorted((left, right) => left.at.getTime() - right.at.getTime());
  const nearest = dated.find((date) => date.isOpen);
  return dated.map((date) => ({ at: date.at, due: date.due, kind: kindOf(date, nearest, now) }));
}

function kindOf(
  date: { at: Date; due: DeskDate["due"] },
  nearest: { at: Date } | undefined,
  now: Date,
): DeskDate["kind"] {
  if (date.due.what === "today") return "now";
  if (date === nearest) return "due";
  return date.at <= now ? "past" : "ahead";
}
