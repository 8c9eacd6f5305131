import type { CodeSlipWords } from "@/components/admin/code-slip";

export type Slip = { name: string; account: string; unit: string; code: string };

const escaped: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escaped[sign] ?? sign);

/** The slips as a page of its own that can be kept for a while, printed and cut: two beside each other on A4. */
export function slipSheet(slips: readonly Slip[], until: string, words: CodeSlipWords, language: string): string {
  const line = (term: string, text: string) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd>`;
  const cards = slips.map(
    ({ name, account, unit, code }) =>
      `<section><h2>${escapeHtml(words.title)}${unit ? ` · ${escapeHtml(unit)}` : ""}</h2><dl>${line(words.name, name)}${line(
        words.account,
        account,
      )}${line(words.code, code)}${line(words.address, words.addressText)}</dl><p>${escapeHtml(words.how)} ${escapeHtml(until)}</p></section>`,
  );
  return `<!doctype html><html lang="${escapeHtml(language)}"><meta charset="utf-8"><title>${escapeHtml(words.title)}</title><style>
@page{size:A4;margin:12mm}body{margin:0;font:12px/1.5 sans-serif;display:grid;grid-template-columns:1fr 1fr;gap:6mm}
section{border:1px dashed #444;padding:4mm;break-inside:avoid}h2{margin:0 0 2mm;font-size:14px}
dl{display:grid;grid-template-columns:auto 1fr;gap:1mm 3mm;margin:0}dt{color:#444}dd{margin:0;font-weight:bold;overflow-wrap:anywhere}p{margin:2mm 0 0}
</style><body>${cards.join("\n")}</body></html>`;
}
