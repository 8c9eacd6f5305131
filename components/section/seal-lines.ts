import { useTranslations } from "next-intl";
import type { ReceiptLine } from "@/components/ui/receipt";
import { sealDigits } from "@/lib/domain/receipt";

/** The lines of a receipt that name the newest seal: whoever keeps the receipt can show later that it was there. */
export function useSealLines(): (seal: { number: number; hash: string } | null) => ReceiptLine[] {
  const t = useTranslations("desk.receipt");
  return (seal) =>
    seal ? [{ label: t("seal", { number: seal.number }), value: sealDigits(seal.hash), isCode: true }] : [];
}
