/** The languages of the product, the first one being that of whoever has not chosen. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
