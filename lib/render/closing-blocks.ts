import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block } from "@/lib/render/block";
import { printedDay, printFullDay } from "@/lib/render/print-format";
import { WORDS } from "@/lib/render/words";

/** The date stands four characters from the margin, where the seal goes; the name stands in the middle above it. */
const DATE_INDENT = 4;
/** What is wider than the date still keeps so far from the margin. */
const LEAST_INDENT = 2;

/** A draft is not completed, and nobody answers for figures from a file that does not say what it is: no name, no date. */
export function signatureBlocks({ office, district, state, date }: PrintedReport): Block[] {
  const name = office || district;
  if (name === "" || state === null || state === "draft" || date === null) return [];
  const isoDate = date.slice(0, 10);
  const text = printFullDay(isoDate);
  const half = (charactersOf(text) - charactersOf(name)) / 2;
  const shift = Math.max(0, LEAST_INDENT - (DATE_INDENT + half));
  return [
    {
      kind: "signature",
      lines: [
        { text: name, indent: Math.max(LEAST_INDENT, DATE_INDENT + half), isoDate: null },
        { text, indent: DATE_INDENT + shift, isoDate },
      ],
    },
  ];
}

/** How wide a text is in Chinese characters; digits and Latin letters are half as wide. */
function charactersOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[ -~]/.test(sign) ? 0.5 : 1), 0);
}

/** Who made the report, how they are reached, and which version of which day it is; each where it is known. */
export function imprintBlock(document: PrintedReport): Block {
  const day = printedDay(document);
  const lines = [
    ...(document.office ? [{ label: WORDS.office, value: document.office }] : []),
    ...(document.contact?.address ? [{ label: WORDS.address, value: document.contact.address }] : []),
    ...(document.contact?.postcode ? [{ label: WORDS.postcode, value: document.contact.postcode }] : []),
    ...(document.contact?.phone ? [{ label: WORDS.phone, value: document.contact.phone }] : []),
    ...(document.state === null ? [{ label: WORDS.standing, value: WORDS.rendering }] : []),
    ...(document.version === null ? [] : [{ label: WORDS.versionLabel, value: WORDS.version(document.version) }]),
    ...(day === null ? [] : [{ label: document.publishedOn ? WORDS.publishedOn : WORDS.composedOn, value: day }]),
    ...(document.verificationCode ? [{ label: WORDS.verification, value: document.verificationCode }] : []),
  ];
  return { kind: "imprint", lines };
}
