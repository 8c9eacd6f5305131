import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, connect, type Db, withActor, withScope } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listUnsentDeliveries } from "@/db/queries/deliveries";
import { listEvents } from "@/db/queries/events";
import { listUntoldNotices } from "@/db/queries/notices";
import { listRobots } from "@/db/queries/robots";
import { openAppLogin } from "@/db/testing/app-login";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { openGroups } from "@/lib/channels/group-channel";
import { type RobotServer, startRobotServer } from "@/lib/channels/testing/robot-server";
import { FinalFailure } from "@/lib/domain/job";
import { addRobot, removeRobot } from "@/lib/services/change-robots";
import { loadReminders } from "@/lib/services/load-reminders";
import { distributeNotice, makeDeliveries, writeNoticesOfEvents } from "@/lib/services/notify-people";
import { sendDelivery } from "@/lib/services/send-delivery";

const APP_SECRET = "s".repeat(32);
const [KEY, SECRET] = ["the-key-of-the-group", "SEC-of-the-group"];
const ADDRESS = `https://oapi.dingtalk.com/robot/send?access_token=${KEY}`;
const TOMORROW = new Date(TEST_NOW.getTime() + 86_400_000);

describe("a robot of a group", () => {
  let database: OwnDatabase;
  let connection: Connection;
  let db: Db;
  let district: WorkingDistrict;
  let server: RobotServer;
  beforeAll(async () => {
    database = await createDatabase();
    connection = connect(await openAppLogin(database.ownerUrl), { max: 5 });
    db = connection.db;
    district = await buildOpenDistrict(db);
    server = await startRobotServer({ secret: SECRET, key: KEY, now: () => TEST_NOW });
    for (const id of await inDistrict((tx) => listUntoldNotices(tx, district))) await tell(id);
  });
  afterAll(async () => {
    await server.stop();
    await connection.close();
    await database.drop();
  });

  const admin = () => district.person("工委管委办公室管理员");
  const inDistrict = <Result>(work: (tx: Db) => Promise<Result>) =>
    withScope(db, { userId: null, scope: { districtId: district.districtId, units: "all" } }, work);
  const tell = (id: string) =>
    distributeNotice(db, { districtId: district.districtId, id }, { isMailSent: false }, TEST_NOW);
  const send = (id: string, appSecret = APP_SECRET) => {
    const group = openGroups({ origin: "https://nianbao.example.cn", clock: () => TEST_NOW, standIn: server });
    const channels = { mail: null, group, appSecret };
    return sendDelivery(db, { districtId: district.districtId, id }, channels, () => TEST_NOW);
  };

  it("is told once a day what concerns everybody, by an address and a secret that nobody sees again", async () => {
    const input = { ...request(), name: "年报群", robotAddress: ADDRESS, robotSecret: SECRET, appSecret: APP_SECRET };
    await addRobot(db, admin(), input, TEST_NOW);
    const { robots } = await loadReminders(db, admin(), {}, TEST_NOW);
    expect(robots).toMatchObject([{ kind: "dingtalk", name: "年报群", addedByName: admin().name }]);
    expect(JSON.stringify(robots)).not.toContain(KEY);
    const { rows } = await inDistrict((tx) => tx.execute(sql`select * from robots`));
    expect(JSON.stringify(rows)).not.toMatch(/the-key|SEC-of|dingtalk\.com/);

    const { districtId, cycleId } = district;
    const events = [
      { cycleId, event: { type: "cycle_opened" as const, data: opened } },
      {
        cycleId,
        event: { type: "submission_approved" as const, data: { sectionId: "requests" as const, version: 1 } },
      },
    ];
    await withActor(db, admin(), (tx) =>
      writeNoticesOfEvents(tx, { districtId, at: TEST_NOW, actorId: admin().userId, records: events }),
    );
    for (const id of await inDistrict((tx) => listUntoldNotices(tx, { districtId }))) await tell(id);
    await makeDeliveries(db, TOMORROW);
    const [id = "", ...more] = await inDistrict((tx) => listUnsentDeliveries(tx, { districtId }));
    expect(more).toEqual([]);
    await expect(send(id, "t".repeat(32))).rejects.toThrow(FinalFailure);
    await send(id);
    await send(id);
    expect(server.taken).toEqual([expect.stringContaining("1. 2019年度政府信息公开工作年度报告开始填报。")]);
    expect(server.taken[0]).not.toContain("审核通过");
    await makeDeliveries(db, TOMORROW);
    expect(await inDistrict((tx) => listUnsentDeliveries(tx, { districtId }))).toEqual([]);
  });

  it("is seen and removed by an administrator alone", async () => {
    const [robot] = await withActor(db, admin(), (tx) => listRobots(tx, district));
    const reviewer = district.person("工委管委办公室审核人");
    expect(await withActor(db, reviewer, (tx) => listRobots(tx, district))).toEqual([]);
    const asked = { ...request(), robotId: robot?.id ?? "" };
    await expect(removeRobot(db, reviewer, asked, TEST_NOW)).rejects.toMatchObject({ code: "not_permitted" });
    await removeRobot(db, admin(), asked, TEST_NOW);
    expect(await withActor(db, admin(), (tx) => listRobots(tx, district))).toEqual([]);
    await expect(removeRobot(db, admin(), { ...asked, ...request() }, TEST_NOW)).rejects.toMatchObject({
      code: "not_found",
    });
    const filter = { types: ["robot_added", "robot_removed"] as const };
    const { scope } = admin();
    const events = await withActor(db, admin(), (tx) => listEvents(tx, { scope, filter, limit: 10 }));
    expect(events.map(({ event }) => event.type)).toContain("robot_added");
    expect(events[0]?.event).toEqual({ type: "robot_removed", data: { name: robot?.name } });
  });

  it("is none at any other address", async () => {
    const input = { ...request(), name: "x", robotAddress: "https://127.0.0.1/robot/send", robotSecret: "" };
    const added = addRobot(db, admin(), { ...input, appSecret: APP_SECRET }, TEST_NOW);
    await expect(added).rejects.toMatchObject({ code: "wrong_place" });
  });
});

const opened = { year: 2019, formatId: "2019", units: 8, carriedFrom: null };
