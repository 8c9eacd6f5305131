import type { Page } from "@playwright/test";

/**
 * What of a page somebody cannot get at: a page that scrolls sideways, and buttons, links and fields that do not come
 * into the window however one scrolls, or lie under something else there.
 */
export async function listFaults(page: Page, within = "body"): Promise<string[]> {
  return page.evaluate((inside) => {
    const faults: string[] = [];
    const root = document.documentElement;
    const sideways = root.scrollWidth - root.clientWidth;
    if (sideways > 0) {
      const widest = [...document.querySelectorAll("body *")]
        .filter((candidate) => candidate.getBoundingClientRect().right > root.clientWidth + 1)
        .at(-1);
      faults.push(`${sideways} px sideways, by ${nameOf(widest)}`);
    }
    const controls = ["button", "a[href]", "input:not([type=hidden])", "select", "textarea", "summary"];
    for (const one of document.querySelectorAll(controls.map((tag) => `${inside} ${tag}`).join(", "))) {
      if (!(one instanceof HTMLElement) || !isShown(one)) continue;
      one.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      const [box] = one.getClientRects();
      if (!box) continue;
      const x = box.left + Math.min(box.width, root.clientWidth) / 2;
      const y = (Math.max(box.top, 0) + Math.min(box.bottom, root.clientHeight)) / 2;
      const isInside =
        box.left >= -1 && box.right <= root.clientWidth + 1 && box.top < root.clientHeight && box.bottom > 0;
      if (!isInside) faults.push(`${nameOf(one)} stands outside of the window`);
      else if (!isHit(one, document.elementFromPoint(x, y))) {
        faults.push(`${nameOf(one)} lies under ${nameOf(document.elementFromPoint(x, y))}`);
      }
    }
    return faults;

    /** Not in a closed menu, not for screen readers alone, and not a link that comes forth with the focus. */
    function isShown(one: HTMLElement): boolean {
      const box = one.getBoundingClientRect();
      const isSeen = one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const isOwnWay = one.closest(".sr-only") !== null || one.matches("[data-skip-link]");
      return isSeen && box.width > 2 && box.height > 2 && !isOwnWay;
    }

    function isHit(one: HTMLElement, hit: Element | null): boolean {
      return hit !== null && (one.contains(hit) || hit.contains(one) || one.closest("label")?.contains(hit) === true);
    }

    function nameOf(one: Element | null | undefined): string {
      if (!one) return "nothing";
      const words = one.getAttribute("aria-label") ?? one.textContent ?? "";
      return `<${one.tagName.toLowerCase()} ${one.id}> ${words.trim().slice(0, 24)}`;
    }
  }, within);
}
