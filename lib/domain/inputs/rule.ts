import { z } from "zod";
import { RULE_EFFECTS, RULE_IDS } from "@/lib/domain/check/finding";
import { day, id, reason, request } from "@/lib/domain/inputs/parts";

export const ProposeRuleSettingSchema = z.object({
  ...request,
  rule: z.enum(RULE_IDS),
  effect: z.enum(RULE_EFFECTS),
  holdsFrom: day,
  reason,
});
export const SettleRuleSettingSchema = z.object({
  ...request,
  settingId: id,
  decision: z.enum(["confirm", "decline"]),
});
export const WithdrawRuleSettingSchema = z.object({ ...request, settingId: id });

export type ProposeRuleSettingInput = z.infer<typeof ProposeRuleSettingSchema>;
export type SettleRuleSettingInput = z.infer<typeof SettleRuleSettingSchema>;
export type WithdrawRuleSettingInput = z.infer<typeof WithdrawRuleSettingSchema>;
