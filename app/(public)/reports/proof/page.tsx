import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProofForm } from "@/components/public/proof-form";
import { PublicPage } from "@/components/public/public-page";
import { ClientMessages } from "@/components/shell/client-messages";
import { MOST_PROOF_BYTES } from "@/lib/domain/proof";
import { checkProofAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proof"))("title") };
}

/** Whether an event is in the history that a printed seal holds, from a proof file alone. */
export default async function ProofPage() {
  const t = await getTranslations("proof");
  return (
    <PublicPage district={null} width="article">
      <h1>{t("title")}</h1>
      <p className="mt-2 text-ink-2">{t("lead")}</p>
      <ClientMessages areas={["proof", "common"]}>
        <ProofForm action={checkProofAction} mostBytes={MOST_PROOF_BYTES} />
      </ClientMessages>
    </PublicPage>
  );
}
