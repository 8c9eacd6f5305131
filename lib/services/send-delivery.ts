import { type Db, withScope } from "@/db/connect";
import { deleteDelivery, getDelivery, lockUnsentDelivery, updateDeliverySent } from "@/db/queries/deliveries";
import { getAddress, listDeliveryEntries } from "@/db/queries/messages";
import { getDistrictName } from "@/db/queries/organisations";
import type { MailChannel } from "@/lib/domain/delivery";
import { FinalFailure, type JobData } from "@/lib/domain/job";

/**
 * Sends one message, once: its row stays locked until the server has taken it, and the lock ends with the process that
 * holds it. Only what dies between the server's last word and the note of it is sent again, under the same message id.
 *
 * @throws FinalFailure where trying again will not help; any other error where it may
 */
export async function sendDelivery(
  db: Db,
  data: JobData["send-delivery"],
  mail: MailChannel | null,
  clock: () => Date,
): Promise<void> {
  const { districtId, id } = data;
  await withScope(db, { userId: null, scope: { districtId, units: "all" } }, async (tx) => {
    const found = await getDelivery(tx, { districtId, id });
    if (!found || found.sentAt) return;
    if (!(await lockUnsentDelivery(tx, { districtId, id }))) {
      if ((await getDelivery(tx, { districtId, id }))?.sentAt === null) throw new Error("another process sends it");
      return;
    }
    if (!mail) throw new FinalFailure("NIANBAO_SMTP_URL is not set");
    const [address, entries, districtName] = await Promise.all([
      getAddress(tx, { districtId, userId: found.userId }),
      listDeliveryEntries(tx, { districtId, deliveryId: id }),
      getDistrictName(tx, { districtId }),
    ]);
    if (!address || entries.length === 0) {
      await deleteDelivery(tx, { districtId, id });
      return;
    }
    await mail.send({ id, districtName: districtName ?? "", entries }, address);
    await updateDeliverySent(tx, { districtId, id, at: clock() });
  });
}
