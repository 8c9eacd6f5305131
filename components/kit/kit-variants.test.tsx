import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, it, vi } from "vitest";
import { pickMessages } from "@/lib/i18n/messages";

type Variants = Record<string, Record<string, string>>;
type Config = { variants?: Variants; defaultVariants?: Record<string, string> };

const { used, defined } = vi.hoisted(() => ({ used: new Set<string>(), defined: new Set<string>() }));

vi.mock("next/navigation", () => ({
  usePathname: () => "/kit",
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({ refresh: () => undefined, push: () => undefined }),
}));
vi.mock("class-variance-authority", async (original) => {
  const real = await original<typeof import("class-variance-authority")>();
  let count = 0;
  return {
    ...real,
    // Notes which values of which variant a component asks for, and which there are.
    cva: (base: string, config: Config = {}) => {
      count += 1;
      const id = `${count} ${base.slice(0, 40)}`;
      const { variants = {}, defaultVariants = {} } = config;
      for (const [name, values] of Object.entries(variants)) {
        for (const value of Object.keys(values)) defined.add(`${id} | ${name}=${value}`);
      }
      const draw = real.cva<Variants>(base, config);
      return (props: Parameters<typeof draw>[0] = {}) => {
        for (const name of Object.keys(variants)) {
          used.add(`${id} | ${name}=${String(props[name] ?? defaultVariants[name])}`);
        }
        return draw(props);
      };
    },
  };
});

beforeAll(async () => {
  const { Kit } = await import("./kit");
  renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={await pickMessages("zh-CN", ["common"])} timeZone="Asia/Shanghai">
      <Kit />
    </NextIntlClientProvider>,
  );
});

it("draws every value of every variant of a primitive", () => {
  const undrawn = [...defined].filter((value) => !used.has(value));
  // A dialog is drawn when it is opened: `e2e/kit.spec.ts` opens one of each kind.
  expect(undrawn.filter((value) => !/kind=(?:dialog|large|drawer)$/.test(value))).toEqual([]);
});
