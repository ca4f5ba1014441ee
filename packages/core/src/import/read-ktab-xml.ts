/** KTAB's scenario: actors, dimensions, and the settings of its model. */
import { SaxesParser } from "saxes";
import type { ForecastTable } from "../forecast/forecast-table.ts";
import type { SpatialSettings } from "../forecast/spatial/settings.ts";
import { type Field, numberWithin } from "./fields.ts";
import { settingsOf } from "./ktab-settings.ts";
import type { Notes } from "./notes.ts";
import { TableBuilder } from "./table-builder.ts";

interface Element {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly children: Element[];
  text: string;
}
export interface KtabScenario {
  readonly table: ForecastTable;
  readonly settings: SpatialSettings;
}

const deepest = 20;

/** Document types, and with them entities, are refused. Positions and saliences are 0..100. */
export function readKtabXml(text: string, notes: Notes): KtabScenario {
  const builder = new TableBuilder(notes);
  const root = parse(text, notes);
  if (root !== undefined && root.name !== "Scenario")
    notes.add(
      "not-ktab",
      root.line,
      `The outermost element is ${root.name}.`,
      "Expected KTAB's Scenario.",
      root.column,
    );
  if (root === undefined || root.name !== "Scenario") return { table: { actors: [], issues: [] }, settings: {} };
  const dimensions = all(one(root, "Dimensions"), "dName");
  for (const { text: id, line, column } of dimensions) builder.addIssue(id, id, line, column);
  if (dimensions.length === 0)
    notes.add("no-dimension", root.line, "The scenario has no dimension.", "Expected Dimensions with a dName each.");
  for (const actor of all(one(root, "Actors"), "Actor")) readActor(actor, dimensions, builder, notes);
  const adjusted = one(root, "IdealAdjustment");
  if (adjusted !== undefined)
    notes.add(
      "not-read",
      adjusted.line,
      "IdealAdjustment is not read: ideals follow positions here.",
      "Nothing need be done unless you rely on it.",
      adjusted.column,
      "warning",
    );
  return {
    table: builder.finish(one(root, "name")?.text, () => [0, 100]),
    settings: settingsOf(one(root, "ModelParameters")?.children ?? [], notes),
  };
}

function readActor(actor: Element, dimensions: readonly Element[], builder: TableBuilder, notes: Notes): void {
  const name = one(actor, "name");
  if (!name?.text) {
    notes.add("name-missing", actor.line, "The actor has no name.", "Expected a name element.", actor.column);
    return;
  }
  builder.addActor(name.text, name.text, name.line, name.column);
  const field = (element: Element | undefined): Field => ({
    text: element?.text ?? "",
    column: element?.column ?? actor.column,
  });
  const power = one(actor, "capability");
  const capability = numberWithin(
    field(power),
    "capability",
    power?.line ?? actor.line,
    notes,
    0,
    Number.POSITIVE_INFINITY,
  );
  const places = all(one(actor, "Position"), "dCoord");
  const saliences = all(one(actor, "Salience"), "dSal");
  let total = 0;
  dimensions.forEach((dimension, k) => {
    const position = numberWithin(
      field(places[k]),
      `position on ${dimension.text}`,
      places[k]?.line ?? actor.line,
      notes,
      0,
      100,
    );
    const salience = numberWithin(
      field(saliences[k]),
      `salience of ${dimension.text}`,
      saliences[k]?.line ?? actor.line,
      notes,
      0,
      100,
    );
    total += salience ?? 0;
    if (position === undefined || salience === undefined || capability === undefined) return;
    const row = {
      actor: builder.actor(name.text, name.line, name.column)!,
      position,
      salience: salience / 100,
      capability,
    };
    builder.addCell(builder.issue(dimension.text, dimension.line, dimension.column)!, row, places[k]!.line);
  });
  if (total > 100 + 1e-9)
    notes.add(
      "saliences-exceed",
      actor.line,
      `The saliences of '${name.text}' are ${Number(total.toFixed(6))} together.`,
      "An actor has 100 to share out over the dimensions.",
      actor.column,
    );
}

const one = (element: Element | undefined, name: string) => element?.children.find((child) => child.name === name);
const all = (element: Element | undefined, name: string) =>
  element?.children.filter((child) => child.name === name) ?? [];

function parse(text: string, notes: Notes): Element | undefined {
  const parser = new SaxesParser<{ readonly position: true; readonly xmlns: false }>({ position: true, xmlns: false });
  const open: Element[] = [];
  let root: Element | undefined;
  let failed = false;
  const fail = (message: string, hint: string) => {
    if (!failed) notes.add("bad-xml", parser.line, message, hint, Math.max(1, parser.column));
    failed = true;
  };
  parser.on("error", (error) => {
    fail(
      `This is not well-formed XML: ${error.message.replace(/^[^:]*:?\d+:\d+: /, "")}`,
      "Is the file complete? Compare with the original.",
    );
  });
  parser.on("doctype", () => {
    fail("The file declares a document type; entities are not read.", "Remove the DOCTYPE: the format needs none.");
  });
  parser.on("opentag", (tag) => {
    const element: Element = {
      name: tag.name,
      line: parser.line,
      column: Math.max(1, parser.column),
      children: [],
      text: "",
    };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push(element);
    if (open.length > deepest)
      fail(`Elements are nested more than ${deepest} deep.`, "A scenario needs fewer than ten levels.");
  });
  parser.on("text", (piece) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  });
  parser.on("closetag", () => {
    const element = open.pop();
    if (element !== undefined) element.text = element.text.trim();
  });
  for (let at = 0; at < text.length && !failed; at += 65536) parser.write(text.slice(at, at + 65536));
  if (!failed) parser.close();
  return failed ? undefined : root;
}
