import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFindingText } from "@/components/findings/finding-text";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Refused } from "@/components/ui/refused";
import type { ActionState } from "@/lib/web/form-action";
import { idOfAnchor } from "./section-anchor";
import type { SectionFindings } from "./use-section-findings";
import type { SectionPlaces } from "./use-section-places";

/** More than this are counted in the title and not listed. */
const MOST_LISTED = 20;

type SectionBlockedProps = {
  state: ActionState;
  isShown: boolean;
  blocking: SectionFindings["blocking"];
  places: SectionPlaces;
  onReload: () => void;
};

/** After a submit that was not accepted: what the server said, and everything that is in the way, one link each. */
export function SectionBlocked({ state, isShown, blocking, places, onReload }: SectionBlockedProps): ReactNode {
  const t = useTranslations("section.summary");
  const sentenceOf = useFindingText();
  const { goTo, anchorOfFinding, placeOfFinding } = places;
  return (
    <>
      <Refused state={state} hasTyped onReload={onReload} />
      {isShown && blocking.length > 0 ? (
        <ErrorSummary
          title={t("title", { count: blocking.length })}
          items={blocking.slice(0, MOST_LISTED).map((finding) => ({
            text: `${placeOfFinding(finding)}${t("colon")}${sentenceOf(finding)}`,
            href: `#${idOfAnchor(anchorOfFinding(finding) ?? "")}`,
          }))}
          onGo={(index) => {
            const finding = blocking[index];
            const anchor = finding ? anchorOfFinding(finding) : null;
            if (anchor !== null) goTo(anchor, finding?.text ?? undefined);
          }}
        />
      ) : null}
    </>
  );
}
