import type { ReportDocument } from "@/lib/domain/report-document";

/** Texts that mean something to some file type, or to none. */
export const HOSTILE_TEXTS = [
  "#let x = 1; $a^2$ [b] {c} \\ * _ `r` @ref // c /* d */ = e - f + g #panic()",
  `<script>alert("x")</script><b onclick='y'>&amp;&#65; </style> ]]> <!-- --> </article>`,
  "=1+1 +2 -3 @SUM(A1) =cmd|'/C calc'!A0",
  "_x0041_ \\u0041 %41 $x {{requests.received.total}} {0}",
  "㛃堃喆玥 “引号” ‘单引号’ ——……《》〔2019〕60号 ①②③ ㈠ № ℃ ½",
  "C:\\tmp\\x..\\..\\etc https://example.gov.cn/a/very/long/address/without/any/space/in/it/at/all/index.html?x=1&y=2#z",
] as const;

/** The document with hostile texts wherever the office or a unit may write. */
export function hostileDocument(document: ReportDocument, texts: readonly string[] = HOSTILE_TEXTS): ReportDocument {
  const [first = ""] = texts;
  return {
    ...document,
    office: `${document.office}${first}`,
    contact: { address: texts.join(" "), postcode: "266555", phone: first },
    preface: texts.map((text) => [{ kind: "text", text }]),
    sections: document.sections.map((section) =>
      section.id === "problems"
        ? {
            ...section,
            headings: texts.map((text, index) => ({
              key: `hostile_${index}`,
              level: 1,
              number: `（${index + 1}）`,
              title: text,
              paragraphs: [
                [
                  { kind: "text", text },
                  { kind: "figure", cellKey: "requests.received.total", value: text },
                ],
              ],
            })),
          }
        : section,
    ),
    figures: { ...document.figures, "active.fees.items_last_year": first },
    indicators: texts.map((text, index) => ({
      key: `hostile_${index}`,
      label: text,
      unit: text,
      owner: text,
      value: text,
      isApproximate: false,
    })),
    units: texts.map((text) => ({ name: text, isOffice: false, status: "exempt", reason: text })),
    notes: [...texts],
  };
}

/** Figures of 20 digits and more, which no floating-point number holds. */
export function longFigures(document: ReportDocument): ReportDocument {
  return {
    ...document,
    figures: {
      ...document.figures,
      "active.procurement.amount": "12345678901234567890.12",
      "active.licensing.items_last_year": "98765432109876543210",
      "active.licensing.change": "-98765432109876543210",
      "requests.received.natural_person": "12345678901234567890",
      "requests.received.total": "12345678901234567890",
      "litigation.review.upheld": "12345678901234567890",
      "litigation.review.total": "12345678901234567890",
    },
  };
}

/** Paragraphs of 3,000 characters. */
export function longParagraphs(document: ReportDocument): ReportDocument {
  const sentence = "政务公开工作持续推进，各单位按时报送，逐项核对，依法依规答复申请人。";
  const text = sentence.repeat(Math.ceil(3000 / sentence.length)).slice(0, 3000);
  return {
    ...document,
    sections: document.sections.map((section) =>
      section.kind === "narrative"
        ? {
            ...section,
            headings: [
              {
                key: section.id,
                level: 0,
                number: "",
                title: "",
                paragraphs: [1, 2].map(() => [{ kind: "text", text }]),
              },
            ],
          }
        : section,
    ),
  };
}

/** A report whose sections hold no text and whose cells are all blank. */
export function emptySections(document: ReportDocument): ReportDocument {
  return {
    ...document,
    preface: [],
    sections: document.sections.map((section) => ({ ...section, headings: [] })),
    figures: Object.fromEntries(Object.keys(document.figures).map((key) => [key, null])),
    indicators: [],
    units: [],
    provenance: {},
    notes: [],
  };
}
