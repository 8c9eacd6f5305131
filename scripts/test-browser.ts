import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "@/e2e/find-chromium";
import { printLine, Stop } from "./console-output";
import { run } from "./test-run";

const BY_HAND = "apt-get install -y chromium-headless-shell fonts-noto-cjk";

/** Sees to a browser and to a font that has Chinese characters, installing Debian's where that is allowed. */
export async function ensureBrowser(): Promise<void> {
  const missing = [
    ...(findChromium() ? [] : ["chromium-headless-shell"]),
    ...(hasChineseFont() ? [] : ["fonts-noto-cjk"]),
  ];
  if (missing.length === 0) return;

  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const mayInstall = existsSync("/usr/bin/apt-get") && (asRoot.length === 0 || succeeds([...asRoot, "true"]));
  if (!mayInstall) {
    throw new Stop(
      `浏览器测试缺少 ${missing.join("、")}，且无权自动安装。请以管理员身份运行：${BY_HAND}`,
      `The browser tests lack ${missing.join(" and ")} and may not install it. As an administrator, run: ${BY_HAND}`,
    );
  }
  printLine(`正在安装 ${missing.join("、")} / Installing ${missing.join(" and ")}…`);
  const apt = [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
  await run([...apt, "update", "-qq"]);
  const code = await run([...apt, "install", "-y", "-qq", "--no-install-recommends", ...missing]);
  if (code !== 0 || !findChromium()) {
    throw new Stop(
      `未能安装 ${missing.join("、")}。请检查网络，或手工运行：${BY_HAND}`,
      `${missing.join(" and ")} could not be installed. Check the network, or run by hand: ${BY_HAND}`,
    );
  }
}

function hasChineseFont(): boolean {
  return spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" }).stdout?.trim().length > 0;
}

function succeeds([program = "", ...args]: string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
