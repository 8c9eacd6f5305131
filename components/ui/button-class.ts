/**
 * How a button looks. One primary button a page; danger is for what cannot lightly be taken back; a quiet one is text.
 */
export type ButtonLook = {
  kind?: "primary" | "secondary" | "danger" | "quiet" | undefined;
  size?: "small" | "medium" | "large" | undefined;
  /** Holds an icon alone; then it needs an `aria-label`. */
  isIcon?: boolean | undefined;
  /** Fills the width of its column. */
  isWide?: boolean | undefined;
  className?: string | undefined;
};

const KIND = { primary: "btn-p", secondary: "", danger: "btn-d", quiet: "btn-q" } as const;
const SIZE = { small: "btn-s", medium: "", large: "btn-l" } as const;

export function buttonClass({ kind = "secondary", size = "medium", isIcon, isWide, className }: ButtonLook): string {
  return ["btn", KIND[kind], SIZE[size], isIcon ? "btn-i" : "", isWide ? "btn-w" : "", className ?? ""]
    .filter(Boolean)
    .join(" ");
}
