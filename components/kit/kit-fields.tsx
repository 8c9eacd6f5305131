import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KitSection } from "@/components/kit/kit-section";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldSet } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Radio } from "@/components/ui/radio";
import { Select, SelectField } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextareaField, TextField } from "@/components/ui/text-field";

/** The fields of forms, empty, filled, wrong, locked and out of use. */
export function KitFields(): ReactNode {
  const t = useTranslations("common");
  const choices = [
    { value: "all", label: t("all") },
    { value: "none", label: t("none") },
  ];
  const errors = [t("required")];
  return (
    <KitSection title="Field">
      <div className="grid gap-4 md:grid-cols-2">
        <TextField id="kit-text" label={t("search")} hint={t("optional")} placeholder={t("search")} />
        <TextField id="kit-wrong" label={t("search")} errors={errors} defaultValue={t("product")} />
        <TextField id="kit-read-only" label={t("search")} defaultValue={t("product")} readOnly />
        <TextField id="kit-disabled" label={t("search")} defaultValue={t("product")} disabled />
        <TextareaField id="kit-area" label={t("details")} defaultValue={t("product").repeat(20)} />
        <TextareaField id="kit-area-wrong" label={t("details")} errors={errors} rows={1} />
        <SelectField id="kit-select" label={t("all")} choices={choices} />
        <SelectField id="kit-select-wrong" label={t("all")} choices={choices} errors={errors} />
        <div className="flex items-center gap-3">
          <Select aria-label={t("all")} size="sm" choices={choices} />
          <Select aria-label={t("all")} choices={choices} disabled />
        </div>
        <FileField
          id="kit-file"
          label={t("download")}
          accept=".xlsx"
          limit={{ bytes: 1_000_000, sentence: t("details") }}
        />
        <FieldSet id="kit-checks" label={t("details")} errors={errors}>
          <span className="grid gap-1">
            <Checkbox defaultChecked>{t("all")}</Checkbox>
            <Checkbox>{t("none")}</Checkbox>
            <Checkbox disabled>{t("edit")}</Checkbox>
          </span>
        </FieldSet>
        <FieldSet id="kit-radios" label={t("details")} errors={errors}>
          <span className="flex flex-wrap gap-x-6">
            <Radio name="kit-radio" defaultChecked>
              {t("all")}
            </Radio>
            <Radio name="kit-radio">{t("none")}</Radio>
            <Radio name="kit-radio" disabled>
              {t("edit")}
            </Radio>
          </span>
        </FieldSet>
        <div className="grid gap-2">
          <Switch defaultChecked>{t("all")}</Switch>
          <Switch>{t("none")}</Switch>
          <Switch disabled>{t("edit")}</Switch>
        </div>
      </div>
    </KitSection>
  );
}
