/**
 * Whether a panel stands above its figure: only where it fits there and not below. One that fits nowhere goes on below,
 * where its head with the way out is in sight and the rest is reached by scrolling.
 */
export function standsAbove({ height, above, below }: { height: number; above: number; below: number }): boolean {
  return height > below && height <= above;
}
