import { join } from "node:path";

/** The folder of the installation. */
export const PROJECT_DIR = join(import.meta.dirname, "..");
