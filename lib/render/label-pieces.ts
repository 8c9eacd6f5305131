const WORDS = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * A label in the pieces between which a line may break: its words, each with the punctuation that belongs to it. An
 * opening bracket begins a piece, any other mark ends one.
 */
export function labelPieces(label: string): string[] {
  if (label.length <= 3) return [label];
  const pieces: string[] = [];
  let isOpen = false;
  for (const { segment, isWordLike } of WORDS.segment(label)) {
    const opens = /^[（《“〔(]$/.test(segment);
    const previous = pieces.at(-1);
    if (previous !== undefined && (isOpen || (!opens && !isWordLike))) pieces[pieces.length - 1] = previous + segment;
    else pieces.push(segment);
    isOpen = opens || (isOpen && !isWordLike);
  }
  return pieces;
}
