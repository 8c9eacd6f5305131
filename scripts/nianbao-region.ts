import { appendFileSync, writeFileSync } from "node:fs";
import { describeFinding, describePlace } from "@/lib/domain/check/describe-finding";
import type { Finding, Severity } from "@/lib/domain/check/finding";
import type { Format } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { nameOrganisation } from "@/lib/domain/subject-of-interchange";
import { findingInLanguage, inLanguage } from "@/lib/formats/finding-words";
import { translatorOf } from "@/lib/i18n/translator";
import { escapeMarkup } from "@/lib/render/markup";
import type { Options } from "./nianbao-arguments";

/** The page of a whole region: a line a report, its findings below it, and how often each rule spoke. */
export type RegionPage = {
  add: (file: string, report: InterchangeReport, format: Format, findings: readonly Finding[]) => void;
  addUnread: (file: string, reason: string) => void;
  close: () => void;
};

const STYLE =
  "body{font:15px/1.6 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}th button{font:inherit;font-weight:bold;border:0;background:none;cursor:pointer}td.n{text-align:right;font-variant-numeric:tabular-nums}details li{margin:.2rem 0}";
/** Sorts the lines by a column: numbers as numbers, the largest first. */
const SCRIPT =
  'for(const b of document.querySelectorAll("th button"))b.onclick=()=>{const t=b.closest("table"),i=b.closest("th").cellIndex,g=r=>r.cells[i].textContent.trim();const rows=[...t.tBodies[0].rows].sort((a,c)=>isNaN(g(a)-g(c))?g(a).localeCompare(g(c),"zh"):g(c)-g(a));t.tBodies[0].append(...rows)};';

/**
 * Writes the page and beside it a table in CSV line by line, so that thousands of reports need no more memory than one.
 * Only how often each rule spoke is kept until the end.
 */
export async function openRegionPage(path: string, { locale, translate }: Options): Promise<RegionPage> {
  const words = await translatorOf(locale, "checks");
  const table = `${path.replace(/\.html?$/i, "")}.csv`;
  const rules = new Map<string, { findings: number; reports: number }>();
  let count = 0;
  const word = (key: string) => translate(`region.${key}`);
  const heads = ["body", "year", "error", "warning", "info", "findings"].map(word);
  const head = heads
    .map((name) => `<th scope="col"><button type="button">${escapeMarkup(name)}</button></th>`)
    .join("");
  writeFileSync(
    path,
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${escapeMarkup(word("title"))}</title><style>${STYLE}</style><h1>${escapeMarkup(word("title"))}</h1><p>${escapeMarkup(word("hint"))}</p><table><thead><tr>${head}</tr></thead><tbody>\n`,
  );
  writeFileSync(table, `\ufeff${["file", "body", "year", "rule", "severity", "place", "message"].join(",")}\n`);

  const line = (cells: readonly string[]) => appendFileSync(table, `${cells.map(quote).join(",")}\n`);
  const row = (name: string, year: string, counts: readonly string[], details: string) => {
    count += 1;
    const numbers = counts.map((number) => `<td class="n">${number}</td>`).join("");
    appendFileSync(
      path,
      `<tr id="r${count}"><td>${escapeMarkup(name)}</td><td class="n">${year}</td>${numbers}<td>${details}</td></tr>\n`,
    );
  };

  return {
    add: (file, report, format, findings) => {
      const name = nameOrganisation(report) || report.title || file;
      const items = findings.map((original, index) => {
        const finding = findingInLanguage(original, locale);
        const message = describeFinding(finding, words);
        const place = inLanguage(describePlace(finding, format), locale);
        line([file, name, String(report.year), finding.rule, finding.severity, place, message]);
        const anchor = `r${count + 1}f${index + 1}`;
        return `<li id="${anchor}"><a href="#${anchor}">${escapeMarkup(finding.rule)}</a> ${escapeMarkup(place)}：${escapeMarkup(message)}</li>`;
      });
      for (const rule of new Set(findings.map((finding) => finding.rule))) {
        const known = rules.get(rule) ?? { findings: 0, reports: 0 };
        const spoken = findings.filter((finding) => finding.rule === rule).length;
        rules.set(rule, { findings: known.findings + spoken, reports: known.reports + 1 });
      }
      const numberOf = (severity: Severity) =>
        String(findings.filter((finding) => finding.severity === severity).length);
      const list =
        items.length === 0 ? "" : `<details><summary>${items.length}</summary><ul>${items.join("")}</ul></details>`;
      row(
        name,
        String(report.year),
        [numberOf("error"), numberOf("warning"), numberOf("info")],
        `${list}${fileLink(file)}`,
      );
    },
    addUnread: (file, reason) => {
      line([file, "", "", "", "", "", reason]);
      row(file, "", ["", "", ""], `${escapeMarkup(reason)}${fileLink(file)}`);
    },
    close: () => {
      const spoken = [...rules].toSorted(([, left], [, right]) => right.findings - left.findings);
      const lines = spoken.map(
        ([rule, number]) =>
          `<tr><td>${escapeMarkup(rule)}</td><td class="n">${number.findings}</td><td class="n">${number.reports}</td></tr>`,
      );
      const names = ["rule", "findings", "reports"].map(
        (key) => `<th scope="col"><button type="button">${escapeMarkup(word(key))}</button></th>`,
      );
      appendFileSync(
        path,
        `</tbody></table><h2>${escapeMarkup(word("rules"))}</h2><table><thead><tr>${names.join("")}</tr></thead><tbody>${lines.join("\n")}</tbody></table><script>${SCRIPT}</script></html>\n`,
      );
    },
  };
}

function fileLink(file: string): string {
  return ` <a href="${escapeMarkup(encodeURI(file))}">${escapeMarkup(file)}</a>`;
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function quote(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
