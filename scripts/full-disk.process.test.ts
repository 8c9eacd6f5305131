import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { freePort } from "@/db/free-port";
import { signInAt } from "./testing/app-client";
import { fillDisk, mountSmallDisk, unmount } from "./testing/small-disk";
import { endLaunched, launch, untilHealthy, untilReady } from "./testing/started-app";

const ReadinessSchema = z.object({ status: z.string(), reasons: z.array(z.object({ code: z.string() })) });
const SavedSchema = z.object({ conflict: z.object({ theirs: z.string() }).nullable() });
const disk = await mkdtemp(join(tmpdir(), "nianbao-disk-"));
/** Only root may make a disk, and not everywhere. */
const isMounted = await mountSmallDisk(disk, 400).then(
  () => true,
  () => false,
);

afterAll(async () => {
  await endLaunched(disk);
  if (isMounted) await unmount(disk);
  await rm(disk, { recursive: true, force: true });
});

it.skipIf(!isMounted)(
  "says in words that the disk is full, and saves what was typed once there is room again",
  async () => {
    const app = launch({ port: await freePort(), dataDir: disk, env: { NIANBAO_PROCESSES: "1" } });
    await untilReady(app);
    const clerk = await signInAt(app.origin, "综合行政执法局填报人", DEMONSTRATION_PASSWORD);
    const desk = await (await clerk.get("/desk")).text();
    const submissionId = desk.match(/总体情况[\s\S]*?\/desk\/([0-9a-f-]{36})/)?.[1] ?? "";
    const page = `/desk/${submissionId}`;
    const headingKey = (await (await clerk.get(page)).text()).match(/id="paragraph:([^"]+)"/)?.[1] ?? "";
    const value = Array.from({ length: 20_000 }, () =>
      String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000)),
    );
    const typed = { requestId: randomUUID(), submissionId, headingKey, value: value.join("") };
    const save = (input: object) => clerk.callDirectly("save-paragraph", { ...typed, ...input });
    const readiness = async () => ReadinessSchema.parse(await (await fetch(`${app.origin}/api/health/ready`)).json());
    const { conflict } = SavedSchema.parse((await save({ requestId: randomUUID(), seen: "" })).result);
    const seen = conflict?.theirs ?? "";

    const filler = join(disk, "filler");
    await fillDisk(filler);
    expect(await save({ seen })).toMatchObject({ status: "refused", code: "storage_full" });
    expect((await readiness()).reasons.map(({ code }) => code)).toContain("database_full");
    expect((await fetch(`${app.origin}/reports`)).status).toBe(200);

    await rm(filler);
    await untilHealthy(app);
    expect(await save({ seen })).toMatchObject({ status: "done", result: { conflict: null } });
    expect(await (await clerk.get(page)).text()).toContain(typed.value);
  },
);
