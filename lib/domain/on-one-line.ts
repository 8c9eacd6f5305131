/** Text of several lines as a field of one line can hold it: the breaks are spaces, so that nothing grows together. */
export function onOneLine(text: string): string {
  return text.replace(/\s*[\n\r\v\f\u0085\u2028\u2029]+\s*/g, " ");
}
