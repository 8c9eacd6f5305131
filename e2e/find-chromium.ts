import { existsSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
];

/** The browser that the journeys use: the machine's own; none is downloaded. */
export function findChromium(): string | null {
  return PLACES.find((path) => existsSync(path)) ?? null;
}
