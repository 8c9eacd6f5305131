/** What became of a section that was sent as a whole. */
export type FilledSection = {
  /** Cells and texts that were written. */
  saved: number;
  /** Cells and texts that somebody else had changed since the sender looked: both values, who and when. */
  conflicts: { anchor: string; mine: string; theirs: string; by: string; isOwn: boolean; at: string }[];
  /** Explanations of findings that are no longer there: nowhere to keep them. */
  unplaced: string[];
};
