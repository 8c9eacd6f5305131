import packageJson from "../package.json";

/** The version of this build, as its backups and its administrator's page say it. */
export const PRODUCT_VERSION = packageJson.version;
