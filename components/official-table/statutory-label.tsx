import { Fragment, type ReactNode } from "react";

/**
 * A label of the form with the places where it may break: before its last word and before a bracket, as the printed
 * form does. `isGroup` breaks after the number instead: （三）/ 不予公开.
 */
export function StatutoryLabel({ text, isGroup = false }: { text: string; isGroup?: boolean }): ReactNode {
  const group = isGroup ? /^(（[^）]+）)(.+)$/.exec(text) : null;
  if (group) {
    return (
      <>
        {group[1]}
        <br />
        {group[2]}
      </>
    );
  }
  return piecesOf(text).map((piece, index) => (
    <Fragment key={piece}>
      {index > 0 ? <wbr /> : null}
      {piece}
    </Fragment>
  ));
}

/** 对外公开总 / 数量, 法律服务 / 机构, 结果 / 维持. */
function piecesOf(text: string): string[] {
  if (/^\p{Script=Han}{4}$/u.test(text)) return [text.slice(0, 2), text.slice(2)];
  return text.split(/(?<=.{3})(?=数量$|件数$|金额|机构$|组织$|（)/);
}
