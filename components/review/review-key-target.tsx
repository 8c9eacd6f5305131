import type { ReactNode } from "react";
import type { ReviewKeyAct } from "@/lib/domain/review-keys";

type ReviewKeyTargetProps = {
  act: ReviewKeyAct;
  /** Only takes the focus; pressing it wants a second key, since something still speaks against it. */
  isOnlyFocused?: boolean;
  children: ReactNode;
};

/** Marks the link or button inside as what a key presses. */
export function ReviewKeyTarget({ act, isOnlyFocused = false, children }: ReviewKeyTargetProps): ReactNode {
  return (
    <span className="contents" data-key-act={act} data-key-focus={isOnlyFocused || undefined}>
      {children}
    </span>
  );
}
