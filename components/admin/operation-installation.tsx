import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Description, DescriptionList } from "@/components/ui/description-list";
import { isDiskShort, type Operation } from "@/lib/domain/operation";
import { formatMoment } from "@/lib/i18n/dates";

/** The version that runs, its database and its disk, and up to where the history is sealed. */
export function OperationInstallation({ operation, now }: { operation: Operation; now: Date }): ReactNode {
  const t = useTranslations("admin.operation");
  const locale = useLocale();
  const { version, host, database, connections, seal, disk } = operation;
  const sizeOf = useSize();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("installation")}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-3">
        {disk && isDiskShort(disk) ? (
          <Alert variant="warning">{t("diskShort", { free: sizeOf(disk.freeBytes) })}</Alert>
        ) : null}
        <DescriptionList className="text-sm">
          <Description term={t("version")}>{t("versionOn", { version, host })}</Description>
          <Description term={t("database")}>
            {t(database.isBuiltIn ? "builtIn" : "ownServer", { version: database.version })}
          </Description>
          <Description term={t("size")}>{sizeOf(database.bytes)}</Description>
          <Description term={t("connections")}>{t("connectionCount", connections)}</Description>
          <Description term={t("disk")}>
            {disk ? t("diskFree", { free: sizeOf(disk.freeBytes), all: sizeOf(disk.allBytes) }) : t("diskElsewhere")}
          </Description>
          <Description term={t("seal")}>
            {seal
              ? t("sealed", {
                  number: seal.number,
                  count: seal.eventCount,
                  when: formatMoment(seal.sealedAt, now, locale),
                })
              : t("neverSealed")}
          </Description>
        </DescriptionList>
      </CardContent>
    </Card>
  );
}

function useSize(): (bytes: number) => string {
  const t = useTranslations("admin.operation");
  const format = useFormatter();
  const rounded = (size: number) => format.number(size, { maximumFractionDigits: 1 });
  return (bytes) =>
    bytes < 1e9 ? t("megabytes", { size: rounded(bytes / 1e6) }) : t("gigabytes", { size: rounded(bytes / 1e9) });
}
