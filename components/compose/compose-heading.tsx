"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, type Ref, useMemo } from "react";
import { ComposeEditor, type EditorHandle, type TextMark } from "@/components/compose/compose-editor";
import type { ComposeHeading, UnitText } from "@/components/compose/compose-model";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useCellView } from "@/components/saving/use-cell-saver";
import { Button } from "@/components/ui/button";
import { paragraphAnchor } from "@/lib/domain/anchor";
import { unitsOfLines } from "@/lib/domain/heading-text";
import type { FigureLookup } from "@/lib/domain/narrative";
import { formatMoment } from "@/lib/i18n/dates";

type ComposeHeadingTextProps = {
  heading: ComposeHeading;
  label: string;
  saver: CellSaver;
  lookup: FigureLookup;
  marks: readonly TextMark[];
  now: number;
  isActive: boolean;
  isReadOnly: boolean;
  onFocus: () => void;
  ref: Ref<EditorHandle>;
};

/** One heading's text with where it comes from: the units, or the office. */
export function ComposeHeadingText(props: ComposeHeadingTextProps): ReactNode {
  const { heading, label, saver, lookup, marks, now, isActive, isReadOnly, onFocus, ref } = props;
  const anchor = paragraphAnchor(heading.key);
  const { written } = useCellView(saver, anchor);
  const rewritten = useTranslations("compose.heading")("rewritten");
  const stored = written ?? heading.assembled;
  const units = useMemo(() => markUnits(stored, heading.units, rewritten), [stored, heading.units, rewritten]);
  return (
    <HeadingFrame headingKey={heading.key} isActive={isActive}>
      <ComposeEditor
        ref={ref}
        label={label}
        stored={stored}
        lookup={lookup}
        marks={marks}
        units={units}
        isReadOnly={isReadOnly}
        onFocus={onFocus}
        onWrite={(text) => {
          const isUntouched = written === null && text === heading.assembled;
          if (!isUntouched) saver.write([{ cellKey: anchor, value: text }]);
        }}
      />
      <HeadingTools heading={heading} saver={saver} now={now} isReadOnly={isReadOnly} />
    </HeadingFrame>
  );
}

type HeadingFrameProps = { headingKey: string; isActive: boolean; children: ReactNode };

/** Holds a heading's text; a rule stands beside the one that is being worked on. */
export function HeadingFrame({ headingKey, isActive, children }: HeadingFrameProps): ReactNode {
  return (
    <div
      className="group/heading relative scroll-mt-5"
      id={`heading-${headingKey}`}
      data-current={isActive ? "" : undefined}
    >
      {isActive ? <i className="absolute inset-y-1 -left-5.5 w-0.75 bg-accent max-lg:-left-3.5" /> : null}
      {children}
    </div>
  );
}

/** The lines at which another unit's paragraph begins; empty where one unit has written. */
function markUnits(text: string, written: readonly UnitText[], rewritten: string): (string | null)[] {
  const units = written.filter((text) => text.text.trim() !== "");
  if (units.length < 2) return [];
  const lines = text.split("\n");
  let last: string | null = null;
  return unitsOfLines(text, units).map((unit, index) => {
    if (lines[index]?.trim() === "") return null;
    const name = unit ?? rewritten;
    const isNew = name !== last;
    last = name;
    return isNew ? name : null;
  });
}

/** A button as high as the line it stands in. */
const TOOL = "h-6.5 max-md:h-6.5";

type HeadingToolsProps = Pick<ComposeHeadingTextProps, "heading" | "saver" | "now" | "isReadOnly">;

/**
 * Says whose text it is, and lets the editor settle on it or go back. It stands on the line of its heading, for the
 * heading in work and for one that is pointed at.
 */
function HeadingTools({ heading, saver, now, isReadOnly }: HeadingToolsProps): ReactNode {
  const t = useTranslations("compose.heading");
  const common = useTranslations("common");
  const locale = useLocale();
  const anchor = paragraphAnchor(heading.key);
  const { written } = useCellView(saver, anchor);
  const isOwn = written !== null;
  const isAsLoaded = written === heading.own && heading.editedAt !== null;
  const origin = !isOwn
    ? heading.assembled === ""
      ? t("assembledEmpty")
      : t("assembled", {
          units: heading.units
            .flatMap((contribution) => (contribution.text.trim() === "" ? [] : [contribution.unit]))
            .join(common("listSeparator")),
        })
    : isAsLoaded
      ? t("own", {
          name: heading.editedBy ?? "",
          time: formatMoment(new Date(heading.editedAt ?? now), new Date(now), locale),
        })
      : t("ownNow");
  return (
    <div className="absolute right-0 bottom-full flex min-h-7.5 items-center gap-2 bg-paper pl-3 font-sans text-xs text-ink-3 opacity-0 group-[:is(:hover,:focus-within,[data-current])]/heading:opacity-100">
      <span className="min-w-0 flex-1">{origin}</span>
      {isReadOnly ? null : isOwn ? (
        heading.units.length > 0 ? (
          <Button
            variant="ghost"
            size="sm"
            className={TOOL}
            onClick={() => saver.write([{ cellKey: anchor, value: null }])}
          >
            {t("restore")}
          </Button>
        ) : null
      ) : heading.assembled === "" ? null : (
        <Button
          variant="ghost"
          size="sm"
          className={TOOL}
          title={t("acceptHint")}
          onClick={() => saver.write([{ cellKey: anchor, value: heading.assembled }])}
        >
          {t("accept")}
        </Button>
      )}
    </div>
  );
}
