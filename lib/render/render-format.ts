export const RENDER_FORMATS = ["pdf", "docx", "xlsx", "html", "csv", "json", "xml", "zip"] as const;
export type RenderFormat = (typeof RENDER_FORMATS)[number];

/** What the office may choose; nothing here changes a figure or a word of the report. */
export type RenderOptions = {
  /** PDF/A-3a with the data attached, for the archive, instead of PDF/UA-1 for readers. */
  archive?: boolean;
  /** Draw the charts; true unless the office wants none. */
  charts?: boolean;
  /** Print an annex with each unit's figures. */
  unitAnnexes?: boolean;
  /** The office's own Word template, already looked through. */
  letterhead?: Uint8Array;
};
