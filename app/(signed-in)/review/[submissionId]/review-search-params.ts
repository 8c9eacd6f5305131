import { routes } from "@/lib/web/routes";

export const PANELS = ["findings", "comments", "versions"] as const;
type Panel = (typeof PANELS)[number];

/** How a reviewer looks at a submission. All of it stands in the address, so that it works without JavaScript. */
export type ReviewSearchParams = {
  version: number | null;
  /** The older version that stands beside; null for the one before. */
  compareWith: number | null;
  isSideBySide: boolean;
  hasLastYear: boolean;
  isOnlyMarked: boolean;
  panel: Panel;
  /** The cell or paragraph that a comment is being written on. */
  at: string | null;
  form: "return" | "reopen" | null;
  /** The submission that was decided on before this one came. */
  after: string | null;
};

type Query = Readonly<Record<string, string | string[] | undefined>>;

export function readReviewSearchParams(query: Query): ReviewSearchParams {
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : null);
  const number = (name: string) => (/^[1-9]\d{0,5}$/.test(text(name) ?? "") ? Number(text(name)) : null);
  const form = text("form");
  return {
    version: number("version"),
    compareWith: number("with"),
    isSideBySide: text("side") === "1",
    hasLastYear: text("last") !== "0",
    isOnlyMarked: text("only") === "1",
    panel: PANELS.find((panel) => panel === text("panel")) ?? "findings",
    at: text("at"),
    form: form === "return" || form === "reopen" ? form : null,
    after: text("after"),
  };
}

/** The address of the same submission looked at otherwise. What is not named in `change` stays; a form is closed. */
export function hrefOfReview(
  submissionId: string,
  search: ReviewSearchParams,
  change: Partial<ReviewSearchParams> = {},
): string {
  const next = { ...search, at: null, form: null, after: null, ...change };
  return routes.review(submissionId, {
    version: next.version?.toString(),
    with: next.compareWith?.toString(),
    side: next.isSideBySide ? "1" : undefined,
    last: next.hasLastYear ? undefined : "0",
    only: next.isOnlyMarked ? "1" : undefined,
    panel: next.panel === "findings" ? undefined : next.panel,
    at: next.at ?? undefined,
    form: next.form ?? undefined,
    after: next.after ?? undefined,
  });
}
