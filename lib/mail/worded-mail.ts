/** A mail in the words of its reader, before it is set as text and as HTML. */
export type WordedMail = {
  subject: string;
  greeting: string;
  entries: readonly { text: string; link: { url: string; label: string } | null }[];
  /** The foot. */
  lines: readonly string[];
  /** Where its reader chooses what mail they get. */
  choose: { text: string; url: string } | null;
};
