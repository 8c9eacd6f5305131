/** What a unit says to a comment: that it changed what is there, or why it stays. */
export const COMMENT_REPLIES = ["changed", "stays"] as const;
export type CommentReply = (typeof COMMENT_REPLIES)[number];

export type StoredComment = {
  id: string;
  versionNumber: number;
  anchor: string;
  quote: string;
  body: string;
  authorId: string;
  authorName: string;
  createdAt: Date;
  sentAt: Date | null;
  /** The unit has answered it, with these words; a comment that stands as it was said has its reason in them. */
  resolvedAt: Date | null;
  resolvedByName: string | null;
  reply: CommentReply | null;
  replyText: string;
  /** The office has taken the answer. */
  settledAt: Date | null;
  settledByName: string | null;
};

/** False where a unit says that something stays and does not say why. */
export function isAnswerWhole({ reply, replyText }: { reply: CommentReply; replyText: string }): boolean {
  return reply === "changed" || replyText.trim() !== "";
}
