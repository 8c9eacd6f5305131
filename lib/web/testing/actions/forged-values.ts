/** A due date later than any in the district that the requests are sent to. */
export const LATER = new Date("2020-02-20T16:00:00Z");

/** Nobody has seen this revision: whoever may make the move is told that the page is out of date. */
export const UNSEEN = { expectedRevision: 999_999 };

export const REASON = "不该由这个人来做";

/** A report of a year that the district has not. */
export const OTHER_REPORT = {
  schema: "nianbao.report/1" as const,
  title: "2017年年度报告",
  year: 2017,
  format: "2019",
  figures: {},
};

export const UNREADABLE_FILE = { bytes: new Uint8Array(1), fileName: "a.txt" };
