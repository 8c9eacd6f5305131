"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { ComposeEditor, type EditorHandle, type TextMark } from "@/components/compose/compose-editor";
import type { ComposeHeading } from "@/components/compose/compose-model";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useCellView } from "@/components/saving/use-cell-saver";
import { Button } from "@/components/ui/button";
import { paragraphAnchor } from "@/lib/domain/anchor";
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

/** One heading's text with where it comes from: the units, or the office's own hand. */
export function ComposeHeadingText(props: ComposeHeadingTextProps): ReactNode {
  const { heading, label, saver, lookup, marks, now, isActive, isReadOnly, onFocus, ref } = props;
  const anchor = paragraphAnchor(heading.key);
  const { written } = useCellView(saver, anchor);
  return (
    <div className={isActive ? "ed-h on" : "ed-h"} id={`heading-${heading.key}`}>
      <ComposeEditor
        ref={ref}
        label={label}
        stored={written ?? heading.assembled}
        lookup={lookup}
        marks={marks}
        isReadOnly={isReadOnly}
        onFocus={onFocus}
        onWrite={(text) => {
          const isUntouched = written === null && text === heading.assembled;
          if (!isUntouched) saver.write([{ cellKey: anchor, value: text }]);
        }}
      />
      <HeadingTools heading={heading} saver={saver} now={now} isReadOnly={isReadOnly} />
    </div>
  );
}

type HeadingToolsProps = Pick<ComposeHeadingTextProps, "heading" | "saver" | "now" | "isReadOnly">;

/** Says whose text it is, and lets the editor settle on it or go back. */
function HeadingTools({ heading, saver, now, isReadOnly }: HeadingToolsProps): ReactNode {
  const t = useTranslations("compose.heading");
  const locale = useLocale();
  const anchor = paragraphAnchor(heading.key);
  const { written } = useCellView(saver, anchor);
  const isOwn = written !== null;
  const isAsLoaded = written === heading.own && heading.editedAt !== null;
  const origin = !isOwn
    ? heading.assembled === ""
      ? t("assembledEmpty")
      : t("assembled")
    : isAsLoaded
      ? t("own", {
          name: heading.editedBy ?? "",
          time: formatMoment(new Date(heading.editedAt ?? now), new Date(now), locale),
        })
      : t("ownNow");
  return (
    <div className="ed-tools xs muted">
      <span className="grow">{origin}</span>
      {isReadOnly ? null : isOwn ? (
        heading.units.length > 0 ? (
          <Button kind="quiet" size="small" onClick={() => saver.write([{ cellKey: anchor, value: null }])}>
            {t("restore")}
          </Button>
        ) : null
      ) : heading.assembled === "" ? null : (
        <Button
          kind="quiet"
          size="small"
          title={t("acceptHint")}
          onClick={() => saver.write([{ cellKey: anchor, value: heading.assembled }])}
        >
          {t("accept")}
        </Button>
      )}
    </div>
  );
}
