import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Kit } from "@/components/kit/kit";
import { ClientMessages } from "@/components/shell/client-messages";
import { isKitShown } from "@/lib/env";

export const metadata: Metadata = { title: "Kit" };
export const dynamic = "force-dynamic";

/** Every primitive in every variant and state. Shown in development and where the setting asks for it. */
export default function KitPage() {
  if (!isKitShown()) notFound();
  return (
    <ClientMessages areas={["common"]}>
      <main id="main" tabIndex={-1}>
        <Kit />
      </main>
    </ClientMessages>
  );
}
