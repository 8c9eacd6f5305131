import { existsSync } from "node:fs";

/** The shell is the same browser without windows: it spends no time on drawing them. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
];

/** The browser that the journeys use: the machine's own; none is downloaded. */
export function findChromium(): string | null {
  return PLACES.find((path) => existsSync(path)) ?? null;
}
