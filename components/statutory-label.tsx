import { Fragment, type ReactNode } from "react";

/**
 * A label of the form with the places where it may break: before 数量 and before a bracket, as the printed form does.
 * `isGroup` breaks after the number instead: （三）/ 不予公开.
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
  const pieces = text.split(/(?<=.{3})(?=数量$|（)/);
  return pieces.map((piece, index) => (
    <Fragment key={piece}>
      {index > 0 ? <wbr /> : null}
      {piece}
    </Fragment>
  ));
}
