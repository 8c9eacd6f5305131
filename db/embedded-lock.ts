import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` while no other process of this machine runs work under the same name.
 *
 * The lock is a listening socket in Linux's abstract namespace: the kernel frees it with the process, however that
 * ends, so that a killed holder never leaves a lock behind.
 */
export async function withMachineLock<Result>(
  name: string,
  work: () => Promise<Result>,
  onWait?: () => void,
): Promise<Result> {
  const release = await acquire(`\0nianbao-${name}`, onWait);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function acquire(path: string, onWait?: () => void): Promise<() => Promise<void>> {
  for (let attempt = 0; ; attempt += 1) {
    const release = await tryAcquire(path);
    if (release) return release;
    if (attempt === 0) onWait?.();
    await sleep(50);
  }
}

function tryAcquire(path: string): Promise<(() => Promise<void>) | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(null);
      else reject(error);
    });
    server.listen({ path }, () => {
      resolve(() => new Promise((closed) => server.close(() => closed())));
    });
  });
}
