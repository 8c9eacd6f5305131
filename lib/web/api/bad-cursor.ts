/** Thrown where a cursor is none of ours. */
export class BadCursor extends Error {}
