import { Client } from "pg";
import { connect, withPublic } from "@/db/connect";
import { insertJob } from "@/db/queries/jobs";
import { appProcessesOf, kill } from "./started-app";
import { until } from "./trial";
import type { ServerOffice } from "./trial-office";

/** Kills the processes while one of them does the daily work, and waits until another has done it. */
export async function strikeJob({ app, server }: ServerOffice): Promise<void> {
  const ownerUrl = server.urlOf("nianbao");
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const { db, close } = connect(ownerUrl, { max: 1 });
  const stateOf = async (): Promise<string | undefined> => {
    const { rows } = await owner.query<{ state: string }>(
      "select state from pgboss.job where name = 'daily-work' order by created_on desc limit 1",
    );
    return rows[0]?.state;
  };
  await until(async () => (await stateOf()) === "completed");
  // What the work reads first is held, so that it is under way when its process is killed.
  await owner.query("begin");
  await owner.query("lock table seals in access exclusive mode");
  await withPublic(db, (tx) => insertJob(tx, { queue: "daily-work", key: "daily-work", data: {} }));
  await until(async () => (await stateOf()) === "active");
  for (const pid of appProcessesOf(app.pid)) kill(pid);
  await owner.query("commit");
  await until(async () => (await stateOf()) === "completed");
  await close();
  await owner.end();
}
