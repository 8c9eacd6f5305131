import type { ReactNode } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import { EntryFrame } from "@/components/shell/entry-frame";
import { ActionForm, type ActionFormProps } from "@/components/ui/action-form";

type EntryFormProps = Omit<ActionFormProps, "buttonVariant" | "buttonSize"> & {
  title: string;
  lead: string;
  /** Another way in, under the form. */
  children?: ReactNode;
};

/** A page before signing in that is one form. */
export function EntryForm({ title, lead, children, ...form }: EntryFormProps): ReactNode {
  return (
    <EntryFrame title={title} lead={lead}>
      <ClientMessages areas={["common"]}>
        <ActionForm {...form} buttonVariant="primary" buttonSize="lg" />
      </ClientMessages>
      {children}
    </EntryFrame>
  );
}
