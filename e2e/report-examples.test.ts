/** The reports of the worked examples in a browser: real names and numbers, nothing cut, nothing over anything else. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBrief } from "../packages/core/src/brief/index.ts";
import { planBrief } from "../packages/core/src/run/index.ts";
import { writeReport } from "../packages/report/src/html/write-report.ts";
import { executable, launchBrowser, openAnnexes, textsOutside, textsOverlapping } from "./report-browser.ts";

const examples = ["moscow-1945", "paris-2015"];
/** Enough for every section to have something in it; the figures are tested elsewhere. */
const worlds = 250;

describe.skipIf(executable === undefined)("the examples' reports in Chromium", () => {
  let browser: Browser;
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "demarche-examples-"));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== "") rmSync(folder, { recursive: true });
  });

  for (const name of examples) {
    it(`${name}: no text outside its picture or over another, no sideways scroll, no dead link`, {
      timeout: 120_000,
    }, async () => {
      const file = new URL(`../examples/${name}/brief.yaml`, import.meta.url);
      const { brief } = readBrief(readFileSync(file), { file: "brief.yaml" });
      expect(brief).toBeDefined();
      const { findings, problems } = planBrief(brief!, { worlds });
      expect(problems).toEqual([]);
      const page = join(folder, `${name}.html`);
      writeFileSync(page, writeReport({ brief: brief!, findings: findings! }));
      for (const width of [1280, 390]) {
        const context = await browser.newContext({ viewport: { width, height: 900 } });
        const tab = await context.newPage();
        await tab.goto(pathToFileURL(page).href);
        await openAnnexes(tab);
        const [wide, room] = await tab.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(wide, `${width} px`).toBeLessThanOrEqual(room ?? 0);
        expect(await textsOutside(tab), `${width} px`).toEqual([]);
        expect(await textsOverlapping(tab), `${width} px`).toEqual([]);
        const dead = await tab
          .locator("a[href^='#']")
          .evaluateAll((links) =>
            links
              .map((link) => link.getAttribute("href") ?? "")
              .filter((href) => document.getElementById(href.slice(1)) === null),
          );
        expect(dead).toEqual([]);
        await context.close();
      }
    });
  }
});
