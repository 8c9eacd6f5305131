import { postToRobot, type StandIn } from "@/lib/channels/post-to-robot";
import type { Delivery, GroupChannel } from "@/lib/domain/delivery";
import { translatorOf } from "@/lib/i18n/translator";
import { wordDelivery } from "@/lib/mail/word-delivery";

/** A group's language is the office's. */
const LOCALE = "zh-CN";
/** What the strictest of the services takes is 2,048 bytes. */
const MOST_BYTES = 2000;

/** Tells groups through their robots. */
export function openGroups(of: { origin: string; clock: () => Date; standIn?: StandIn }): GroupChannel {
  return {
    async send(delivery, robot) {
      const now = of.clock();
      const text = await composeGroupText(delivery, { origin: of.origin, now });
      await postToRobot(robot, text, { now, ...(of.standIn ? { standIn: of.standIn } : {}) });
    },
  };
}

/** A message as a group reads it: as much as every service takes, and how much more there is. */
export async function composeGroupText(delivery: Delivery, of: { origin: string; now: Date }): Promise<string> {
  const t = await translatorOf(LOCALE, "mail");
  const { greeting, entries } = await wordDelivery(delivery, { ...of, locale: LOCALE });
  const lines = entries.map(({ text }, index) => `${index + 1}. ${text}`);
  const textOf = (count: number): string => {
    const leftOut = lines.length - count;
    return [
      greeting,
      ...lines.slice(0, count),
      ...(leftOut > 0 ? [t("andMore", { count: leftOut })] : []),
      of.origin,
    ].join("\n");
  };
  let count = lines.length;
  while (count > 0 && Buffer.byteLength(textOf(count)) > MOST_BYTES) count -= 1;
  return textOf(count);
}
