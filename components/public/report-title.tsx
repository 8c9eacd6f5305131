import type { ReactNode } from "react";

/** A report's title; it breaks where the words of the form begin, not in the middle of a name. */
export function ReportTitle({ title }: { title: string }): ReactNode {
  const at = title.indexOf("政府信息公开");
  if (at <= 0) return title;
  return (
    <>
      {title.slice(0, at)}
      <wbr />
      {title.slice(at)}
    </>
  );
}
