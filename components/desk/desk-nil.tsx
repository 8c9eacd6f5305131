import type { ReactNode } from "react";
import { useNamed } from "@/components/hand-in/hand-in-page";
import { NilOffer } from "@/components/hand-in/nil-offer";
import { newRequestId } from "@/components/saving/new-request-id";
import { ClientMessages } from "@/components/shell/client-messages";
import type { Desk } from "@/lib/domain/desk-work";
import { arrangeHandIn, listNilUnsent } from "@/lib/domain/hand-in";
import type { FormAction } from "@/lib/web/form-action";

type DeskNilProps = { desk: Desk; actions: { declare: FormAction; withdraw: FormAction } };

/** On the first page: everything in which nothing is filled in, to be said nil in one step. */
export function DeskNil({ desk, actions }: DeskNilProps): ReactNode {
  const name = useNamed(desk);
  const declared = listNilUnsent(desk.tasks).map(name);
  return (
    <ClientMessages areas={["common", "handin"]}>
      <NilOffer
        className="mb-4"
        sections={arrangeHandIn(desk.tasks).nothingFilled.map(name)}
        declared={declared}
        requestIds={{
          declare: newRequestId(),
          withdraw: Object.fromEntries(declared.map(({ id }) => [id, newRequestId()])),
        }}
        actions={actions}
      />
    </ClientMessages>
  );
}
