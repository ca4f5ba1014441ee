/** The browser of the report's tests, and what they ask of every page. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

export const places = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
export const executable = places.find((place) => place !== undefined && place !== "" && existsSync(place));
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executable ?? "", args: flags });
}

export async function openAnnexes(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((nodes) => {
    for (const node of nodes) node.setAttribute("open", "");
  });
}

/** Texts of shown charts that reach beyond the chart, by more than a pixel. */
export async function textsOutside(page: Page): Promise<readonly string[]> {
  return page.locator("svg.chart").evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const frame = chart.getBoundingClientRect();
      if (frame.width === 0) return [];
      return [...chart.querySelectorAll("text")].flatMap((text) => {
        const box = text.getBoundingClientRect();
        const outside =
          box.left < frame.left - 2 ||
          box.right > frame.right + 2 ||
          box.top < frame.top - 2 ||
          box.bottom > frame.bottom + 2;
        return outside ? [`${chart.querySelector("title")?.textContent}: ${text.textContent}`] : [];
      });
    }),
  );
}

/** Pairs of texts of a shown chart that lie over each other. */
export async function textsOverlapping(page: Page): Promise<readonly string[]> {
  return page.locator("svg.chart").evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const texts = [...chart.querySelectorAll("text")].map((text) => ({
        box: text.getBoundingClientRect(),
        name: text.textContent,
      }));
      return texts.flatMap((a, i) =>
        texts.slice(i + 1).flatMap((b) => {
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          return across > 2 && down > 4 ? [`${a.name} / ${b.name}`] : [];
        }),
      );
    }),
  );
}
