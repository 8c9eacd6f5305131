import { DownloadIcon, SearchIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KitSection } from "@/components/kit/kit-section";
import { Button, ButtonLink } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { SubmitButton } from "@/components/ui/submit-button";

const VARIANTS = ["primary", "secondary", "danger", "ghost"] as const;
const SIZES = ["sm", "md", "lg"] as const;

/** Buttons in every variant, size and state. */
export function KitButtons(): ReactNode {
  const t = useTranslations("common");
  const href = "/kit";
  return (
    <KitSection title="Button">
      {VARIANTS.map((variant) => (
        <div key={variant} className="flex flex-wrap items-center gap-2">
          {SIZES.map((size) => (
            <Button key={size} variant={variant} size={size}>
              {t("save")}
            </Button>
          ))}
          <Button variant={variant} size="icon" aria-label={t("search")}>
            <SearchIcon />
          </Button>
          <Button variant={variant} size="icon-sm" aria-label={t("search")}>
            <SearchIcon />
          </Button>
          <Button variant={variant} disabled>
            {t("save")}
          </Button>
          <Button variant={variant} aria-busy="true">
            <Spinner />
            {t("saving")}
          </Button>
          <ButtonLink variant={variant} href={href}>
            <DownloadIcon />
            {t("download")}
          </ButtonLink>
          <form>
            <SubmitButton variant={variant} busyLabel={t("sending")} isDisabled>
              {t("next")}
            </SubmitButton>
          </form>
        </div>
      ))}
    </KitSection>
  );
}
