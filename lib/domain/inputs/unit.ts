import { z } from "zod";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { day, id, name, reason, request, tick } from "@/lib/domain/inputs/parts";

export const AddUnitSchema = z.object({
  ...request,
  name,
  kind: z.enum(["department", "township"]),
  position: z.coerce.number().int().min(0).max(10_000).default(100),
});
export const ChangeUnitSchema = z.object({
  ...request,
  organisationId: id,
  name,
  needsSignature: tick,
  position: z.coerce.number().int().min(0).max(10_000).default(100),
});
export const DissolveUnitSchema = z.object({
  ...request,
  organisationId: id,
  on: day,
  reason,
  /** What becomes of what the unit has handed in. */
  handedIn: z.enum(["counted", "left_out"]),
});
export const RestoreUnitSchema = z.object({ ...request, organisationId: id });
export const RemoveUnitSchema = z.object({ ...request, organisationId: id });
export const ChangeDistrictSchema = z.object({ ...request, name });
export const ChangeContactSchema = z.object({
  ...request,
  address: z.string().trim().max(LIMIT.address),
  postcode: z.string().trim().max(LIMIT.mark),
  phone: z.string().trim().max(LIMIT.phone),
});
export const UploadLetterheadSchema = z.object({ ...request, file: z.instanceof(File) });
export const RemoveLetterheadSchema = z.object({ ...request });

export type AddUnitInput = z.infer<typeof AddUnitSchema>;
export type ChangeUnitInput = z.infer<typeof ChangeUnitSchema>;
export type DissolveUnitInput = z.infer<typeof DissolveUnitSchema>;
export type RestoreUnitInput = z.infer<typeof RestoreUnitSchema>;
export type RemoveUnitInput = z.infer<typeof RemoveUnitSchema>;
export type ChangeDistrictInput = z.infer<typeof ChangeDistrictSchema>;
export type ChangeContactInput = z.infer<typeof ChangeContactSchema>;
export type UploadLetterheadInput = z.output<typeof UploadLetterheadSchema>;
export type RemoveLetterheadInput = z.output<typeof RemoveLetterheadSchema>;
