"use client";

import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * Takes the focus when it comes onto a page in place of what had it, so that the keyboard and a screen reader go on from
 * here and not from the top. A page that is opened afresh keeps its focus where the browser puts it.
 */
export function FocusOnArrival({ children }: { children: ReactNode }): ReactNode {
  const isOpenedAfresh = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [wasThereBefore] = useState(isOpenedAfresh);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (!wasThereBefore && (activeElement === null || activeElement === document.body)) {
      box.current?.focus({ preventScroll: true });
    }
  }, [wasThereBefore]);
  return (
    <div ref={box} tabIndex={-1} className="empty:hidden">
      {children}
    </div>
  );
}
