/** The report in a browser: nothing fetched, nothing run, accessible in light and dark, readable on a telephone. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { riverBrief } from "../packages/report/src/html/fixture.test-data.ts";
import { riverFindings } from "../packages/report/src/html/fixture-findings.test-data.ts";
import { writeReport } from "../packages/report/src/html/write-report.ts";
import { executable, launchBrowser, openAnnexes, places, textsOutside, textsOverlapping } from "./report-browser.ts";

/** Items of each kind once: an audit of every element of the whole report takes a minute. */
const shortFindings = {
  ...riverFindings,
  items: riverFindings.items.filter((item) => ["low-water-release", "seat", "flood-data"].includes(item.id)),
};

it.runIf(process.env["CI"] !== undefined && process.env["CI"] !== "")("has a browser to test with", () => {
  expect(executable, `no Chromium at ${places.slice(1).join(", ")}; install it or set CHROMIUM`).toBeDefined();
});

describe.skipIf(executable === undefined)("the report in Chromium", () => {
  let browser: Browser;
  let folder = "";
  let address = "";
  let briefAddress = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "demarche-report-"));
    const file = join(folder, "report.html");
    writeFileSync(file, writeReport({ brief: riverBrief, findings: riverFindings }));
    address = pathToFileURL(file).href;
    const short = join(folder, "short.html");
    writeFileSync(short, writeReport({ brief: riverBrief, findings: shortFindings }));
    briefAddress = pathToFileURL(short).href;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== "") rmSync(folder, { recursive: true });
  });

  async function open(
    options: Parameters<Browser["newContext"]>[0],
    use: (page: Page, context: BrowserContext) => Promise<void>,
  ) {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      await use(page, context);
    } finally {
      await context.close();
    }
  }

  it("fetches nothing, runs nothing and complains of nothing", async () => {
    await open({}, async (page) => {
      const requests: string[] = [];
      const complaints: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(address);
      expect(requests).toEqual([address]);
      expect(complaints).toEqual([]);
      expect(await page.locator("script, iframe, object, embed, link, img, form").count()).toBe(0);
    });
  });

  // contrast is by far the slowest rule: it is asked on the wide page in both modes, all other rules at both widths
  const audits = [
    { colorScheme: "light", width: 1280, rules: undefined },
    { colorScheme: "dark", width: 1280, rules: ["color-contrast"] },
    { colorScheme: "light", width: 390, rules: null },
  ] as const;
  for (const { colorScheme, width, rules } of audits) {
    it(`has no axe violation in ${colorScheme} at ${width} px, annexes open`, { timeout: 240_000 }, async () => {
      await open({ colorScheme, viewport: { width, height: 900 } }, async (page) => {
        await page.goto(briefAddress);
        await openAnnexes(page);
        // selectors of what passes are what takes the time
        const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
        if (rules === null) axe.disableRules(["color-contrast"]);
        else if (rules !== undefined) axe.withRules([...rules]);
        const { violations, passes } = await axe.analyze();
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .slice(0, 3)
                .map((node) => node.html)
                .join(" ")}`,
          ),
        ).toEqual([]);
        expect(passes.length).toBeGreaterThan(0);
      });
    });
  }

  it("does not scroll sideways on a telephone, and cuts no chart's text", async () => {
    await open({ viewport: { width: 390, height: 800 } }, async (page) => {
      await page.goto(address);
      await openAnnexes(page);
      const sizes = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(sizes[0]).toBeLessThanOrEqual(sizes[1] ?? 0);
      expect(await textsOutside(page)).toEqual([]);
      expect(await textsOverlapping(page)).toEqual([]);
    });
  });

  it("keeps every chart's text within its picture, and labels apart, on a wide screen", async () => {
    await open({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(address);
      expect(await textsOutside(page)).toEqual([]);
      expect(await textsOverlapping(page)).toEqual([]);
    });
  });

  it("can be used from the keyboard: the skip link first, then every link and annex in order, with a visible focus", async () => {
    await open({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(address);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("text");
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
      expect(outline).toBe("solid");
      const summary = page.locator("summary").first();
      await summary.focus();
      await page.keyboard.press("Enter");
      expect(await page.locator("details").first().getAttribute("open")).toBe("");
    });
  });

  it("has one first heading, headings without gaps, and the landmarks", async () => {
    await open({}, async (page) => {
      await page.goto(address);
      const levels = await page
        .locator("h1,h2,h3,h4,h5,h6")
        .evaluateAll((nodes) => nodes.map((node) => Number(node.tagName[1])));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      const jumps = levels.slice(1).map((level, i) => level - (levels[i] ?? 0));
      expect(Math.max(...jumps)).toBe(1);
      for (const landmark of ["header", "nav", "main", "footer"])
        expect(await page.locator(landmark).count()).toBeGreaterThan(0);
      expect(await page.locator("svg[role=img]:not(:has(> title))").count()).toBe(0);
    });
  });

  it("prints on A4 with its marking on every page", { timeout: 120_000 }, async () => {
    await open({}, async (page) => {
      await page.goto(address);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/gu)];
      expect(boxes.length).toBeGreaterThan(5);
      for (const [, width, height] of boxes) {
        expect(Math.round(Number(width))).toBeCloseTo(595, -1);
        expect(Math.round(Number(height))).toBeCloseTo(842, -1);
      }
      const sheet = await page.locator("style").first().textContent();
      expect(sheet).toContain('@top-center{content:"CONFIDENTIAL"');
    });
  });
});
