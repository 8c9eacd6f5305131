import { MessageSquareIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
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
    <Card>
      {headings.map((heading) => {
        const anchor = paragraphAnchor(heading.key);
        return (
          <ReviewText key={heading.key} id={anchorId(anchor)} isCurrent={anchor === currentAnchor}>
            <Heading heading={heading} marks={marks} linkOf={linkOf} />
            <Paragraphs text={texts[heading.key] ?? ""} before={before ? (before[heading.key] ?? "") : null} />
          </ReviewText>
        );
      })}
    </Card>
  );
}

type ReviewTextProps = ComponentProps<"section"> & {
  /** The page is about it at this moment. */
  isCurrent?: boolean;
};

/** One heading with its text. */
export function ReviewText({ isCurrent = false, ...rest }: ReviewTextProps): ReactNode {
  return (
    <section
      className={cn(
        "border-b border-line px-5 pt-3.5 pb-4 last:border-b-0 target:scroll-mt-24",
        "target:bg-accent-wash target:inset-shadow-edge data-current:bg-accent-wash data-current:inset-shadow-edge data-noting:bg-accent-wash data-noting:inset-shadow-edge",
      )}
      data-current={isCurrent ? "" : undefined}
      {...rest}
    />
  );
}

/** A paragraph as the report sets it: its first line two characters in. */
export function ReviewParagraph({ className, ...rest }: ComponentProps<"p">): ReactNode {
  return <p className={cn("mt-1.5 max-w-text indent-[2em] text-md leading-7", className)} {...rest} />;
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
    <div className="flex flex-wrap items-center justify-between gap-2">
      <h2>{nameOf(heading)}</h2>
      <span className="flex items-center gap-2">
        {mark.severity ? <StateBadge state={mark.severity} /> : null}
        {mark.change ? <span className="text-xs text-ink-3">{t("changed")}</span> : null}
        {link ? (
          <NotePlace className={buttonVariants({ variant: "ghost", size: "sm" })} link={link}>
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
  if (text.trim() === "" && !before?.trim()) return <p className="mt-1 text-ink-3">{t("empty")}</p>;
  if (before === null || before === text) {
    return splitParagraphs(text).map((paragraph, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are only read here, and may be alike.
      <ReviewParagraph key={index}>{paragraph}</ReviewParagraph>
    ));
  }
  return (
    <ReviewParagraph className="whitespace-pre-line">
      <TextPieces pieces={compareTexts(before, text)} />
    </ReviewParagraph>
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
    <Tag className={piece.kind === "removed" ? "text-ink-3" : "bg-accent-soft no-underline inset-shadow-underline"}>
      <span className="sr-only">{t(piece.kind)}</span>
      {piece.text}
    </Tag>
  );
}
