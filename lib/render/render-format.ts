export const RENDER_FORMATS = ["pdf", "docx", "xlsx", "html", "csv", "json", "xml", "zip"] as const;
/** How many of a file's parts are written; only an archive has more than one. */
export type OnPart = (done: number, total: number) => void;
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

/** What the descriptions of the data files are called, in archives and at their address. */
export const SCHEMA_FILES = { json: "nianbao-report.schema.json", xml: "nianbao-report.xsd" } as const;
