/** Asks an app for pages over and over, on connections that are kept and on new ones, and counts what was not answered. */
export function askWithoutPause(origin: string, clients: number) {
  let isOver = false;
  let answered = 0;
  const lost: string[] = [];
  const ask = async (headers: Record<string, string>) => {
    while (!isOver) {
      const answer = await fetch(`${origin}/api/health/ready`, { headers }).catch((error: unknown) => String(error));
      if (typeof answer === "string") {
        lost.push(answer);
        continue;
      }
      await answer.text();
      if (answer.status === 200) answered += 1;
      else lost.push(`status ${answer.status}`);
    }
  };
  const asking = Array.from({ length: clients }, (_, index) => ask(index % 2 === 0 ? {} : { connection: "close" }));
  return {
    answered: () => answered,
    async finish() {
      isOver = true;
      await Promise.all(asking);
      return { answered, lost };
    },
  };
}
