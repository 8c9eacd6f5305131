"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { ErrorSummary } from "@/components/ui/error-summary";
import { headingOfAnchor, paragraphAnchor } from "@/lib/domain/anchor";
import type { FilledSection } from "@/lib/domain/filled-section";
import { FILL_FIELDS, typedInForm } from "@/lib/domain/inputs/fill-fields";
import { formatClock } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";
import type { ActionState } from "@/lib/web/form-action";
import { idOfAnchor } from "./section-anchor";

type SectionFilledProps = { state: ActionState; placeOf: (anchor: string) => string };

/** What became of a whole section that was sent without scripts: what is saved, and what is not and why. */
export function SectionFilled({ state, placeOf }: SectionFilledProps): ReactNode {
  const t = useTranslations("section.filled");
  if (state.status === "invalid") {
    const items = Object.entries(state.fieldErrors).flatMap(([name, texts]) => {
      const anchor = anchorOfField(name);
      const text = [anchor === null ? "" : placeOf(anchor), ...(texts ?? [])].filter(Boolean).join(" ");
      return [{ text, href: `#${idOfAnchor(anchor ?? "")}` as const }];
    });
    return <ErrorSummary title={t("notSaved")} items={items} />;
  }
  const filled = filledOf(state);
  if (!filled) return null;
  const { saved, conflicts, unplaced } = filled;
  if (conflicts.length + unplaced.length === 0) {
    return saved === 0 ? null : (
      <Alert variant="success" isAnnounced>
        {t("saved", { count: saved })}
      </Alert>
    );
  }
  const words = (value: string) => formatFigure(value) || t("blank");
  return (
    <Alert variant="warning" isAnnounced>
      <b>{t("partly", { saved, left: conflicts.length + unplaced.length })}</b>
      <ul className="list-disc pl-4">
        {conflicts.map(({ anchor, mine, theirs, by, isOwn, at }) => (
          <li key={anchor} className="wrap-anywhere">
            {t(headingOfAnchor(anchor) === null ? "conflict" : "textConflict", {
              place: placeOf(anchor),
              mine: words(mine),
              theirs: words(theirs),
              who: by,
              isOwn: isOwn ? "yes" : "no",
              when: formatClock(new Date(at)).slice(0, 5),
            })}
          </li>
        ))}
        {unplaced.map((body) => (
          <li key={body} className="wrap-anywhere">
            {t("unplaced", { body })}
          </li>
        ))}
      </ul>
      {conflicts.length > 0 ? <p>{t("chooseAgain")}</p> : null}
    </Alert>
  );
}

/** What is to stand in the fields after a send that was not wholly accepted: what was typed, nothing lost. */
export function typedAfter(state: ActionState): Record<string, string> {
  if (state.status === "invalid" || state.status === "refused") return typedInForm(state.values);
  const conflicts = filledOf(state)?.conflicts ?? [];
  return Object.fromEntries(conflicts.map(({ anchor, mine }) => [anchor, mine]));
}

/** True when the section is to be shown afresh, as it is stored now. */
export function isSettled(state: ActionState): boolean {
  const filled = filledOf(state);
  return filled !== null && filled.conflicts.length + filled.unplaced.length === 0;
}

function filledOf(state: ActionState): FilledSection | null {
  return state.status === "done" ? (state.filled ?? null) : null;
}

function anchorOfField(name: string): string | null {
  if (name.startsWith(FILL_FIELDS.figure)) return name.slice(FILL_FIELDS.figure.length);
  if (name.startsWith(FILL_FIELDS.paragraph)) return paragraphAnchor(name.slice(FILL_FIELDS.paragraph.length));
  return null;
}
