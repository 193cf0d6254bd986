import type { Page } from "playwright-core";

/**
 * The controls in view that cannot be used and do not say why, a line each: a reason is a description, by
 * `aria-description` or `aria-describedby`, that a keyboard and a screen reader reach, so a button keeps the focus.
 */
export async function unexplainedControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const off = 'button, [role="button"], [role="menuitem"], [role="tab"], a, input, select, textarea';
    return [...document.querySelectorAll<HTMLElement>(off)]
      .filter((one) => one.offsetParent !== null && !one.closest("[aria-hidden=true]"))
      .filter((one) =>
        one.matches(":disabled, [aria-disabled=true], [data-disabled]:not([data-disabled=false])"),
      )
      .filter((one) => {
        const described = one.getAttribute("aria-describedby")?.split(" ") ?? [];
        const reason =
          one.getAttribute("aria-description") ??
          described.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
        return reason.trim().length < 5 || (one.tagName === "BUTTON" && one.matches(":disabled"));
      })
      .map(
        (one) =>
          `${one.tagName.toLowerCase()} “${one.textContent.trim() || (one.getAttribute("aria-label") ?? "")}”`,
      );
  });
}
