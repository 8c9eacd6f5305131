import type { Role } from "@/lib/domain/access";

/** What the help explains, in the order of the work. */
export const HELP_TOPICS = ["submitter", "head", "reviewer", "report", "admin", "auditor"] as const;
export type HelpTopicKey = (typeof HELP_TOPICS)[number];

const TOPIC_OF: Readonly<Record<Role, HelpTopicKey>> = {
  submitter: "submitter",
  head: "head",
  reviewer: "reviewer",
  editor: "report",
  director: "report",
  admin: "admin",
  auditor: "auditor",
};

/** The topics of the roles that somebody holds, in the order of the work. */
export function topicsOf(roles: readonly Role[]): HelpTopicKey[] {
  const ownTopics = new Set(roles.map((role) => TOPIC_OF[role]));
  return HELP_TOPICS.filter((topic) => ownTopics.has(topic));
}
