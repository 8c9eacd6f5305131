import { join } from "node:path";
import { backupName } from "@/db/backup/daily-backup";
import { listRecorded, makeBackup } from "@/db/backup/keep-record";
import { isRecentlyBackedUp } from "@/lib/domain/backup";
import { PRODUCT_VERSION } from "@/lib/product-version";
import { describeProblem, readPassphrase } from "./backup-words";
import { printLine, Stop } from "./console-output";

/**
 * Before the tables of an installation with data are changed: makes a backup where backups are made by themselves, and
 * otherwise refuses unless one was made within a day or somebody says that they have their own.
 */
export async function backUpBeforeUpgrade(params: {
  ownerUrl: string;
  backupDir: string | null;
  isBackedUp: boolean;
  missing: readonly string[];
}): Promise<void> {
  const { ownerUrl, backupDir, isBackedUp, missing } = params;
  if (isBackedUp) return;
  const now = new Date();
  if (backupDir === null) {
    if (isRecentlyBackedUp(await listRecorded(ownerUrl), now)) return;
    throw new Stop(
      `本版本要更改数据表（${missing.length} 项），而一天之内没有备份，未作更改。请先运行 npm run nianbao -- backup 文件；已用 pg_dump 等方式备份的，用 npm start -- --backed-up 启动；也可以设置 NIANBAO_BACKUP_DIR，升级前会自动备份。`,
      `This version changes the tables (${missing.length} changes), and there is no backup of the last day; nothing was changed. Run npm run nianbao -- backup FILE first; where you made one otherwise, with pg_dump for instance, start with npm start -- --backed-up; or set NIANBAO_BACKUP_DIR, and a backup is made before each upgrade.`,
    );
  }
  const path = join(backupDir, backupName("before-upgrade-", now));
  try {
    await makeBackup({
      ownerUrl,
      path,
      passphrase: () => readPassphrase(),
      version: PRODUCT_VERSION,
      now,
      kind: "before_upgrade",
    });
  } catch (error) {
    throw new Stop(
      `升级前的备份没有完成，数据表未作更改。${await describeProblem(error, "zh-CN")}`,
      `The backup before the upgrade was not made, and the tables were left as they are. ${await describeProblem(error, "en")}`,
    );
  }
  printLine(`  升级前已备份 / Backed up before the upgrade: ${path}`);
}
