import { z } from "zod";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { id, name, request } from "@/lib/domain/inputs/parts";
import type { Said } from "@/lib/domain/inputs/said";
import { kindOfAddress } from "@/lib/domain/robot";

export const AddRobotSchema = z.object({
  ...request,
  name,
  robotAddress: z
    .string()
    .trim()
    .max(LIMIT.address)
    .refine((text) => kindOfAddress(text) !== null, { params: { say: "robotAddress" } satisfies Said }),
  robotSecret: z.string().trim().max(LIMIT.password),
});
export const RemoveRobotSchema = z.object({ ...request, robotId: id });

export type AddRobotInput = z.infer<typeof AddRobotSchema>;
export type RemoveRobotInput = z.infer<typeof RemoveRobotSchema>;
