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
  resolvedAt: Date | null;
  resolvedByName: string | null;
};
