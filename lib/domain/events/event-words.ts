import type { Role } from "@/lib/domain/access";
import type { TokenScope } from "@/lib/domain/access-token";
import type { SectionId } from "@/lib/domain/format";

/** Words of the reader's language that a sentence is filled with. */
export type EventWords = {
  /** The name of a section, with its unit unless the unit is that of the actor. */
  part: (unitName: string | null, sectionId: SectionId) => string;
  sections: (sectionIds: readonly SectionId[]) => string;
  /** A cell, an indicator or a paragraph. */
  place: (anchor: string) => string;
  role: (role: Role) => string;
  scope: (scope: TokenScope) => string;
  rule: (rule: string) => string;
  /** A due date as written in the event. */
  due: (moment: string) => string;
};

/** As `EventWords`, where it is settled whether a section is named together with its unit. */
export type SentenceWords = Omit<EventWords, "part"> & { part: (sectionId: SectionId) => string };

/** Fill the message `events.sentence.` and the event's type. */
export type SentenceValues = Readonly<Record<string, string | number>>;

/** A choice of a message; `unsaid` where the event does not tell. */
export const yesNo = (is: boolean | undefined): string => (is === undefined ? "unsaid" : is ? "yes" : "no");
