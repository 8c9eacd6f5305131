import { MessageSquareIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateBadge } from "@/components/ui/state-badge";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { splitParagraphs } from "@/lib/domain/narrative";
import { compareTexts, type TextPiece } from "@/lib/domain/text-difference";
import { type NoteLink, NotePlace } from "./review-cell";
import { anchorId, type ReviewMarks, UNMARKED } from "./review-marks";

type ReviewTextsProps = {
  headings: readonly OutlineHeading[];
  texts: Readonly<Record<string, string>>;
  /** The version before, to show what changed; null in a first version. */
  before: Readonly<Record<string, string>> | null;
  marks: ReviewMarks;
  currentAnchor: string | null;
  linkOf: (anchor: string, name: string) => NoteLink | null;
};

/** The paragraphs of a submission under their headings; what the version changed is marked in place. */
export function ReviewTexts({ headings, texts, before, marks, currentAnchor, linkOf }: ReviewTextsProps): ReactNode {
  return (
    <div className="card rv-texts">
      {headings.map((heading) => {
        const anchor = paragraphAnchor(heading.key);
        return (
          <section
            key={heading.key}
            id={anchorId(anchor)}
            className={anchor === currentAnchor ? "rv-text rv-on" : "rv-text"}
          >
            <Heading heading={heading} marks={marks} linkOf={linkOf} />
            <Paragraphs text={texts[heading.key] ?? ""} before={before ? (before[heading.key] ?? "") : null} />
          </section>
        );
      })}
    </div>
  );
}

/** How a list or a comment calls a heading's text. */
export function useHeadingName(): (heading: Pick<OutlineHeading, "number" | "title">) => string {
  const t = useTranslations("review.text");
  return ({ number, title }) => (title === "" ? t("opening") : `${number}${title}`);
}

function Heading({ heading, marks, linkOf }: Pick<ReviewTextsProps, "marks" | "linkOf"> & { heading: OutlineHeading }) {
  const t = useTranslations("review.text");
  const nameOf = useHeadingName();
  const anchor = paragraphAnchor(heading.key);
  const mark = marks.get(anchor) ?? UNMARKED;
  const link = linkOf(anchor, nameOf(heading));
  return (
    <div className="flex items-center gap-2 flex-wrap justify-between">
      <h2>{nameOf(heading)}</h2>
      <span className="flex items-center gap-2">
        {mark.severity ? <StateBadge state={mark.severity} /> : null}
        {mark.change ? <span className="text-xs text-ink-3">{t("changed")}</span> : null}
        {link ? (
          <NotePlace className="btn btn-q btn-s" link={link}>
            <MessageSquareIcon className="size-3.5" />
            {mark.comments > 0 ? t("comments", { count: mark.comments }) : t("comment")}
          </NotePlace>
        ) : null}
      </span>
    </div>
  );
}

function Paragraphs({ text, before }: { text: string; before: string | null }): ReactNode {
  const t = useTranslations("review.text");
  if (text.trim() === "" && !before?.trim()) return <p className="text-ink-3 mt-1">{t("empty")}</p>;
  if (before === null || before === text) {
    return splitParagraphs(text).map((paragraph, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are only read here, and may be alike.
      <p key={index} className="rv-p">
        {paragraph}
      </p>
    ));
  }
  return (
    <p className="rv-p rv-pre">
      <TextPieces pieces={compareTexts(before, text)} />
    </p>
  );
}

/** A text with what was taken out and put in marked in place. */
export function TextPieces({ pieces }: { pieces: readonly TextPiece[] }): ReactNode {
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only read here, and may be alike.
    <Piece key={index} piece={piece} />
  ));
}

function Piece({ piece }: { piece: TextPiece }): ReactNode {
  const t = useTranslations("review.text");
  if (piece.kind === "same") return piece.text;
  const Tag = piece.kind === "removed" ? "del" : "ins";
  return (
    <Tag>
      <span className="sr-only">{t(piece.kind)}</span>
      {piece.text}
    </Tag>
  );
}
