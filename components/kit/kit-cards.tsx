import { SearchIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FormCard } from "@/components/ui/form-card";
import { Progress } from "@/components/ui/progress";
import { Receipt } from "@/components/ui/receipt";
import { Timeline } from "@/components/ui/timeline";

/** Cards with what stands in them. */
export function KitCards(): ReactNode {
  const t = useTranslations("common");
  const href = "/kit";
  return (
    <>
      <Card>
        <CardHeader>
          <CardTitle>Card</CardTitle>
          <a href={href}>{t("more")}</a>
        </CardHeader>
        <CardContent>
          <Progress
            label={t("details")}
            total={10}
            parts={[
              { value: 4, kind: "ok" },
              { value: 1, kind: "accent" },
            ]}
          />
          <div className="mt-3">
            <Receipt
              title={t("save")}
              lines={[
                { label: t("details"), value: t("product").repeat(6) },
                { label: t("more"), value: "2019-07-2-3F8A", isCode: true },
              ]}
            />
          </div>
        </CardContent>
        <Timeline
          entries={(["done", "now", "due", "ahead"] as const).map((kind) => ({
            key: kind,
            kind,
            title: t("year", { year: "2026" }),
            text: t("details"),
          }))}
        />
      </Card>
      <FormCard title={t("edit")} close={{ href, label: t("close") }}>
        <Button>{t("save")}</Button>
      </FormCard>
      <Card>
        <Empty title={t("none")} action={<Button>{t("edit")}</Button>} icon={<SearchIcon />}>
          {t("details")}
        </Empty>
      </Card>
    </>
  );
}
