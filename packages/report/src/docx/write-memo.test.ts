import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Brief, Issue } from "@demarche/core/brief";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { plainIssue } from "../wording/fixture-agenda.ts";
import { fixtureBrief } from "../wording/fixture-brief.ts";
import { fixtureFindings } from "../wording/fixture-findings.ts";
import type { PaperInput } from "../wording/index.ts";
import { writeMemo } from "./write-memo.ts";

const input: PaperInput = { brief: fixtureBrief, findings: fixtureFindings };

function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
// in CI LibreOffice is there, or this fails; on a reader's machine it may be missing
const office = hasOffice() || process.env["CI"] !== undefined;

async function parts(paper: PaperInput = input): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await writeMemo(paper));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The text of each printed page. */
async function pagesOf(paper: PaperInput): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-memo-"));
  try {
    writeFileSync(join(folder, "memo.docx"), await writeMemo(paper));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "memo.docx")],
      {
        stdio: "ignore",
      },
    );
    const text = execFileSync("pdftotext", ["-layout", join(folder, "memo.pdf"), "-"], { encoding: "utf8" });
    return text.split("\f").slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A brief of many items, moves and contingencies with long names: the main part must be cut to two sides. */
function crowded(count: number): PaperInput {
  const long = "A question whose name runs on as the names of questions do at conferences";
  const ids = Array.from({ length: count }, (_, at) => `question-${at}`);
  const agenda: Issue[] = ids.map((id, at) => plainIssue(id, `${long}, number ${at}`, []));
  const brief: Brief = {
    ...fixtureBrief,
    agenda,
    othersWillTable: Array.from({ length: 12 }, (_, at) => ({
      ...fixtureBrief.othersWillTable[0]!,
      id: `theirs-${at}`,
      path: `others will table/theirs-${at}`,
      name: `${long} of theirs`,
    })),
    plan: Array.from({ length: 25 }, (_, at) => ({ ...fixtureBrief.plan[0]!, path: `plan/${at}` })),
  };
  const item = fixtureFindings.items[1]!;
  const contradictions = ids.map((id) => ({
    ...fixtureFindings.contradictions[0]!,
    paths: [`agenda/${id}`] as const,
    message: `${long} disagrees with itself`,
  }));
  return { brief, findings: { ...fixtureFindings, items: ids.map((id) => ({ ...item, id })), contradictions } };
}

describe("memo.docx, as a file", () => {
  it("names no author, editor, time, program or revision, and holds no part that nothing refers to", async () => {
    const files = await parts();
    expect(Object.keys(files)).not.toContain("docProps/app.xml");
    expect(Object.keys(files)).not.toContain("docProps/custom.xml");
    expect(files["docProps/core.xml"]).toMatch(/<dc:title>Agenda for the spring round/u);
    for (const [name, xml] of Object.entries(files)) {
      expect(xml, name).not.toMatch(/creator|lastModifiedBy|dcterms|cp:revision|rsid|paraId|Un-named|docx\.js/u);
      expect(xml, name).not.toMatch(/\b20\d\d-\d\d-\d\dT/u);
    }
    for (const target of files["_rels/.rels"]!.matchAll(/Target="([^"]+)"/gu))
      expect(files).toHaveProperty([target[1]!]);
    for (const part of files["[Content_Types].xml"]!.matchAll(/PartName="\/([^"]+)"/gu)) {
      expect(Object.keys(files)).toContain(part[1]);
    }
  });
  it("is the same bytes each time, with entries in a fixed order at a fixed time", async () => {
    const first = await writeMemo(input);
    const second = await writeMemo(structuredClone(input));
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const names = Object.keys(unzipSync(first));
    expect(names.slice(0, 2)).toEqual(["[Content_Types].xml", "_rels/.rels"]);
    expect(names.slice(2)).toEqual(names.slice(2).toSorted());
    // DOS time and date of the first local header: midnight, 1 January 1980
    expect(Array.from(first.subarray(10, 14))).toEqual([0, 0, 0x21, 0]);
  });
  it("repeats table heads, keeps rows whole and minds widows", async () => {
    const { "word/document.xml": xml = "" } = await parts();
    const tables = xml.match(/<w:tbl>/gu)?.length ?? 0;
    const rows = xml.match(/<w:tr>/gu)?.length ?? 0;
    expect(tables).toBeGreaterThan(8);
    expect(xml.match(/<w:cantSplit\/>/gu)?.length).toBe(rows);
    expect(xml.match(/<w:tblHeader\/>/gu)?.length).toBeGreaterThan(8);
    expect(xml).toContain("<w:widowControl/>");
  });
  it("carries the marking and copy number in header and footer", async () => {
    const files = await parts();
    expect(files["word/header1.xml"]).toContain("CONFIDENTIAL");
    expect(files["word/header1.xml"]).toContain("Copy No.");
    expect(files["word/footer1.xml"]).toContain("CONFIDENTIAL");
    expect(files["word/footer1.xml"]).toContain("NUMPAGES");
  });
});

describe.skipIf(!office)("memo.docx, printed", () => {
  it("opens in LibreOffice, bears the marking twice on each page, and leaves the main part at most two sides", async () => {
    const pages = await pagesOf(input);
    for (const page of pages) expect(page.match(/CONFIDENTIAL/gu)?.length).toBe(2);
    const annexes = pages.findIndex((page) => page.includes("Annex A. Annotated agenda"));
    expect(annexes).toBeGreaterThan(0);
    expect(annexes).toBeLessThanOrEqual(2);
    const main = pages.slice(0, annexes).join("\n");
    expect(main).toContain("Recommendations, in order");
    expect(main).toContain("What we do not know");
  });
  it.each([12, 40])(
    "cuts a crowded agenda of %i items to two sides and counts what it leaves to the annexes",
    async (count) => {
      const pages = await pagesOf(crowded(count));
      const annexes = pages.findIndex((page) => page.includes("Annex A. Annotated agenda"));
      expect(annexes).toBe(2);
      expect(pages.slice(0, 2).join("\n")).toMatch(/\d+ more in Annex/u);
      expect(pages.join("\n")).toContain(`number ${count - 1}`);
    },
  );
});
