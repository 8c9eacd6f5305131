import { MessageSquareIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Description, DescriptionList } from "@/components/ui/description-list";
import { Line, LineList } from "@/components/ui/line-list";
import { Quote, Reason, Remark, RemarkHeader, TextButton } from "@/components/ui/remark";
import { StateBadge } from "@/components/ui/state-badge";
import { Terms } from "@/components/ui/terms";
import { KitSection } from "./kit-section";

/** What is said about something: remarks, reasons, lists of names and values, and arithmetic. */
export function KitTexts(): ReactNode {
  const t = useTranslations("common");
  const long = t("product").repeat(12);
  return (
    <>
      <KitSection title="Remark, Quote, Reason, TextButton">
        <ul>
          <Remark isCurrent>
            <RemarkHeader>
              <MessageSquareIcon />
              <b>{t("details")}</b>
              {t("version", { version: "2" })}
            </RemarkHeader>
            <p>{long}</p>
            <TextButton>{t("edit")}</TextButton>
          </Remark>
          <Remark>
            <RemarkHeader>{t("details")}</RemarkHeader>
            <Quote>{long}</Quote>
          </Remark>
        </ul>
        <Reason>{long}</Reason>
      </KitSection>
      <KitSection title="LineList, DescriptionList, Terms">
        <LineList>
          <Line>
            {t("details")}
            <StateBadge state="approved" />
          </Line>
          <Line>
            {long}
            <StateBadge state="late" />
          </Line>
        </LineList>
        <DescriptionList>
          <Description term={t("details")}>{long}</Description>
          <Description term={t("more")}>2026</Description>
        </DescriptionList>
        <Terms
          terms={[
            { label: t("details"), value: "12" },
            { label: long, value: "1,234" },
          ]}
        >
          {t("more")}
        </Terms>
      </KitSection>
    </>
  );
}
