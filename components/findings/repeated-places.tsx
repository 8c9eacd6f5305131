import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { TextButton } from "@/components/ui/remark";
import type { Finding, TextPlace } from "@/lib/domain/check/finding";

type RepeatedPlacesProps = {
  finding: Finding;
  onShow: (place: TextPlace) => void;
  /** Takes the passage out of one place; null where nothing can be written. */
  onDrop: ((place: TextPlace) => void) | null;
};

/** Both places of a passage that stands twice, each with the way there and the press that drops it. */
export function RepeatedPlaces({ finding, onShow, onDrop }: RepeatedPlacesProps): ReactNode {
  const t = useTranslations("section.repeated");
  const { text, earlierText, values } = finding;
  if (!text || !earlierText) return null;
  const places = [
    { at: earlierText, place: values.first ?? "", paragraph: values.firstParagraph ?? 1 },
    { at: text, place: values.second ?? "", paragraph: values.secondParagraph ?? 1 },
  ];
  return (
    <ul className="mt-2 grid gap-2">
      {places.map(({ at, ...where }) => (
        <li key={`${at.headingKey} ${at.start}`} className="flex flex-wrap items-center gap-2">
          <TextButton className="min-w-0 flex-1" onClick={() => onShow(at)}>
            {t("go", where)}
          </TextButton>
          {onDrop ? (
            <Button size="sm" aria-label={t("dropLabel", where)} onClick={() => onDrop(at)}>
              {t("drop")}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
