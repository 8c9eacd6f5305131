import type { Quantity } from "@/lib/domain/check/narrative/quantity";
import type { Flow, Topic } from "@/lib/domain/check/narrative/vocabulary";
import type { Format } from "@/lib/domain/format";

/** What was spoken of before the phrase: its own words need not repeat it. */
export type Context = {
  format: Format;
  /** What the last clause counted; "other" is something that no table knows. */
  topic: "requests" | Topic | "other" | null;
  /** The last verb that said which requests: 收到, 办结. */
  flow: Flow | null;
  /** Requests for information are spoken of in this paragraph. */
  isAboutRequests: boolean;
  /** Disclosure is what the sentence is about: its reviews and suits are those of table 四. */
  isAboutDisclosure: boolean;
  /** A part of the body, or one way of applying, is spoken of: its numbers are not those of the tables. */
  partOnly: "sentence" | "paragraph" | null;
  /** The words stand in a list of what was published, whose numbers are not those of the tables. */
  isListOfPublications: boolean;
};

/** The quantities that the words may mean, the plainest first. Every one of them makes the number right. */
export type Meaning = { accepted: readonly Quantity[]; others: readonly Quantity[] };

export function isCase(topic: Context["topic"]): topic is "review" | "suit" {
  return topic === "review" || topic === "suit";
}

export function isActive(topic: Context["topic"]): topic is Exclude<Topic, "review" | "suit"> {
  return topic !== null && topic !== "requests" && topic !== "other" && !isCase(topic);
}

/** Quantities that the form has; null when it has none of them. */
export function meaningOf(
  accepted: readonly (Quantity | null)[],
  others: readonly (Quantity | null)[] = [],
): Meaning | null {
  const known = accepted.filter((quantity) => quantity !== null);
  if (known.length === 0) return null;
  return { accepted: known, others: others.filter((quantity) => quantity !== null) };
}
