/** What came of the Moscow note speaks of the brief's own issues, options and forecasts, and of nothing known at its date. */
import { readFileSync } from "node:fs";
import { type AgendaNode, type Brief, type Issue, readBrief } from "@demarche/core/brief";
import { expect, test } from "vitest";
import { parse } from "yaml";

type Result = string | { readonly between: readonly string[] };
interface Horizon {
  readonly result?: Result;
  readonly how: string;
  readonly statement: string;
  readonly source: string | readonly string[];
}
interface Outcomes {
  readonly horizons: Readonly<Record<string, { readonly until: string }>>;
  readonly sources: Readonly<Record<string, string>>;
  readonly items: Readonly<Record<string, Readonly<Record<string, Horizon>>>>;
  readonly forecasts: Readonly<
    Record<string, { readonly verdict: string; readonly resolved: string; readonly source: string | readonly string[] }>
  >;
}

const folder = new URL("../examples/moscow-1945/", import.meta.url);
const outcomes = parse(readFileSync(new URL("outcomes.yaml", folder), "utf8"), { schema: "failsafe" }) as Outcomes;
const brief = readBrief(readFileSync(new URL("brief.yaml", folder), "utf8"), { file: "brief.yaml" }).brief as Brief;
const issues = new Map<string, Issue>();
const collect = (nodes: readonly AgendaNode[]): void => {
  for (const node of nodes) {
    if (node.type === "heading") collect(node.items);
    else issues.set(node.id, node);
  }
};
collect(brief.agenda);
collect(brief.othersWillTable);

const listed = (source: string | readonly string[]): readonly string[] =>
  typeof source === "string" ? [source] : source;

test("every issue with options has an outcome at each horizon, on its own options", () => {
  const computed = [...issues.values()].filter((issue) => issue.options.length > 0).map((issue) => issue.id);
  expect(Object.keys(outcomes.items).sort()).toEqual(computed.sort());
  for (const [id, horizons] of Object.entries(outcomes.items)) {
    expect(Object.keys(horizons), id).toEqual(Object.keys(outcomes.horizons));
    const options = issues.get(id)?.options.map((option) => option.id);
    for (const { result } of Object.values(horizons)) {
      if (result === undefined) continue;
      for (const option of typeof result === "string" ? [result] : result.between)
        expect(options, id).toContain(option);
    }
  }
});

test("each of the note's sixteen forecasts has a verdict, not before the brief's date", () => {
  expect(Object.keys(outcomes.forecasts)).toEqual(brief.forecasts.map((forecast) => forecast.id));
  expect(Object.keys(outcomes.forecasts)).toHaveLength(16);
  for (const [id, { verdict, resolved }] of Object.entries(outcomes.forecasts)) {
    expect(["true", "false", "partly", "void"], id).toContain(verdict);
    expect(resolved > "1945-11-29", id).toBe(true);
  }
});

test("every source is listed, and none is a source of the brief", () => {
  const used = [
    ...Object.values(outcomes.items).flatMap((horizons) =>
      Object.values(horizons).flatMap(({ source }) => listed(source)),
    ),
    ...Object.values(outcomes.forecasts).flatMap(({ source }) => listed(source)),
  ];
  for (const source of used) expect(Object.keys(outcomes.sources)).toContain(source);
  for (const source of brief.sources) expect(Object.keys(outcomes.sources)).not.toContain(source.id);
});
