/** A report's file that is larger than this is not read: the text and tables of a whole province fit many times over. */
export const REPORT_FILE_MAX_BYTES = 10 * 1024 * 1024;
