/** Properties of writing back, over generated briefs in every style: block, flow, folded, quoted, CRLF, BOM, comments anywhere. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import type { Edit, EditValue } from "./edit.ts";
import { editBrief } from "./edit-brief.ts";

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,3})?$/);
const words = fc.oneof(
  fc.stringMatching(/^[a-z0-9+%.-][a-z0-9+%. -]{0,8}$/).map((text) => text.trim() || "x"),
  fc.constantFrom(
    "10..35",
    "+10",
    "a: b",
    "note #3c",
    "x, y",
    "- z",
    "it's",
    '"so"',
    "~",
    "? q",
    "[",
    "60% a or 40% b",
    "line\nline\n",
  ),
  fc.string({ maxLength: 6, unit: "grapheme" }),
);
const { value } = fc.letrec<{ value: EditValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    words,
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(name, tie("value")), { maxLength: 4, selector: ([key]) => key })
      .map((pairs) => Object.fromEntries(pairs)),
  ),
}));
const brief = fc
  .uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 5, selector: ([key]) => key })
  .map((pairs): EditValue => Object.fromEntries(pairs));

interface Remark {
  readonly mark: string;
  /** Gone with the entry at this path, and with what it stands in. */
  readonly path: string;
  /** Stands within the value (gone too when the value is replaced), rather than behind it or its key. */
  readonly within: boolean;
}

/** Prints a value in styles drawn from `draw`, and says to which entry each comment belongs. Shares no code with the engine. */
function print(root: EditValue, draw: (n: number) => number, eol: string): { text: string; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const remark = (path: string, within = false): string => {
    const mark = `mark${remarks.length};`;
    remarks.push({ mark, path, within });
    return `# ${mark}`;
  };
  const behind = (path: string): string => (draw(3) === 0 ? ` ${remark(path)}` : "");
  const scalar = (text: string): string => {
    if (/^[a-z0-9][a-z0-9.-]*$/.test(text) && draw(4) > 0) return text;
    return /^[\x20-\x7e]*$/.test(text) && draw(2) === 0 ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
  };
  const flow = (node: EditValue, path: string, column: number): string => {
    if (typeof node === "string") return scalar(node);
    const list = Array.isArray(node);
    const entries = Object.entries(node);
    let out = list ? "[" : "{";
    entries.forEach(([key, item], i) => {
      const at = `${path}/${key}`;
      out += `${list && draw(2) ? "" : " "}${list ? "" : `${key}: `}${flow(item, at, column)}`;
      if (i < entries.length - 1) out += ",";
      else if (draw(6) === 0) out += ",";
      if (draw(5) === 0) out += ` ${remark(at)}${eol}${" ".repeat(column)}`;
    });
    return `${out} ${list ? "]" : "}"}`;
  };
  /** What stands behind a key or dash, to the end of its lines. */
  const tail = (node: EditValue, path: string, column: number, dash: boolean): string => {
    if (typeof node === "string") {
      if (/^[a-z][a-z ]*[a-z]$/.test(node) && draw(3) === 0) {
        const style = [">-", "|-"][draw(2)];
        return ` ${style}${behind(path)}${eol}${" ".repeat(column + 2)}${node}${eol}`;
      }
      if (/^[a-z]+\n[a-z]+\n$/.test(node) && draw(2) === 0) {
        return ` |${behind(path)}${eol}${node
          .trimEnd()
          .split("\n")
          .map((line) => `${" ".repeat(column + 2)}${line}${eol}`)
          .join("")}`;
      }
      return ` ${scalar(node)}${behind(path)}${eol}`;
    }
    if (Object.keys(node).length === 0 || draw(3) === 0) return ` ${flow(node, path, column + 3)}${behind(path)}${eol}`;
    if (dash && draw(2) === 0) return ` ${block(node, path, column + 2, true)}`;
    return `${behind(path)}${eol}${block(node, path, column + (Array.isArray(node) && !dash ? draw(2) * 2 : 2), false)}`;
  };
  const block = (node: EditValue, path: string, column: number, compact: boolean): string => {
    const list = Array.isArray(node);
    const pad = " ".repeat(column);
    return Object.entries(node)
      .map(([key, item], i) => {
        const joins = compact && i === 0;
        const above = joins ? "" : draw(6) === 0 ? `${pad}${remark(path, true)}${eol}` : draw(8) === 0 ? eol : "";
        const head = list ? "-" : `${key}:`;
        return above + (joins ? "" : pad) + head + tail(item, `${path}/${key}`, column, list);
      })
      .join("");
  };
  const text = block(root, "", 0, false) + (draw(3) === 0 ? `${remark("", true)}${eol}` : "");
  return { text: draw(6) === 0 && !text.endsWith(`\n${eol}`) ? text.slice(0, -eol.length) : text, remarks };
}

function drawFrom(seed: number): (n: number) => number {
  let state = seed | 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 8) & 0xffff) % n;
  };
}

type Plain = string | Plain[] | { [key: string]: Plain };
function places(node: EditValue, path: (string | number)[] = []): (string | number)[][] {
  if (typeof node === "string") return [];
  return Object.entries(node).flatMap(([key, item]) => {
    const at = [...path, Array.isArray(node) ? Number(key) : key];
    return [at, ...places(item, at)];
  });
}
function collections(node: EditValue, path: (string | number)[] = []): [(string | number)[], EditValue][] {
  if (typeof node === "string") return [];
  return [
    [path, node],
    ...Object.entries(node).flatMap(([key, item]) =>
      collections(item, [...path, Array.isArray(node) ? Number(key) : key]),
    ),
  ];
}
function holder(root: Plain, path: readonly (string | number)[]): Plain {
  return path.slice(0, -1).reduce<Plain>((node, part) => (node as Record<string | number, Plain>)[part]!, root);
}
function reading(text: string): unknown {
  const document = parseDocument(text, { schema: "failsafe" });
  expect(document.errors).toEqual([]);
  return document.toJS() ?? "";
}

const scene = fc.record({
  root: brief,
  style: fc.integer(),
  crlf: fc.boolean(),
  bom: fc.boolean(),
  pick: fc.nat(),
  put: value,
});
function printed({ root, style, crlf, bom }: { root: EditValue; style: number; crlf: boolean; bom: boolean }) {
  const { text, remarks } = print(root, drawFrom(style), crlf ? "\r\n" : "\n");
  return { text: (bom ? "\uFEFF" : "") + text, remarks };
}
function check(text: string, edit: Edit, meant: unknown, staying: readonly Remark[]): void {
  const result = editBrief(text, edit);
  if ("error" in result) throw new Error(`${JSON.stringify(text)}: ${result.error.message}`);
  expect(reading(result.text)).toEqual(meant);
  const gone = staying.filter(({ mark }) => !new RegExp(`# ${mark}\\r?(\\n|$)`).test(result.text));
  expect(gone).toEqual([]);
  const order = staying.map(({ mark }) => result.text.indexOf(mark));
  expect(order).toEqual(
    staying.map(({ mark }) => text.indexOf(mark)).map((at, i) => (at < result.undo.at ? at : order[i])),
  );
  if (text.includes("\r\n")) expect(result.text).not.toMatch(/(?<!\r)\n/);
  expect(result.text.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
  expect(editBrief(result.text, result.undo)).toMatchObject({ text });
}

describe("writing back", () => {
  test("set: reads as meant, comments outside the value stay, undo gives the same bytes", () => {
    fc.assert(
      fc.property(scene, ({ put, pick, ...style }) => {
        const { text, remarks } = printed(style);
        const all = places(style.root);
        const path = all[pick % all.length]!;
        const meant = structuredClone(style.root) as Plain;
        (holder(meant, path) as Record<string | number, Plain>)[path.at(-1)!] = put as Plain;
        const at = `/${path.join("/")}`;
        check(
          text,
          { edit: "set", path, value: put },
          meant,
          remarks.filter((r) => !r.path.startsWith(`${at}/`) && !(r.path === at && r.within)),
        );
      }),
      { numRuns: 400 },
    );
  });

  test("remove: reads as meant, comments outside the entry stay, undo gives the same bytes", () => {
    fc.assert(
      fc.property(scene, ({ pick, ...style }) => {
        const { text, remarks } = printed(style);
        const all = places(style.root);
        const path = all[pick % all.length]!;
        const meant = structuredClone(style.root) as Plain;
        const inside = holder(meant, path);
        if (Array.isArray(inside)) inside.splice(path.at(-1) as number, 1);
        else delete (inside as { [key: string]: Plain })[path.at(-1)!];
        const at = `/${path.join("/")}`;
        const only = Object.keys(inside).length === 0;
        const parent = `/${path.slice(0, -1).join("/")}`.replace(/^\/$/, "");
        const staying = remarks.filter(
          (r) => !`${r.path}/`.startsWith(`${at}/`) && !(only && r.path === parent && r.within),
        );
        check(text, { edit: "remove", path }, meant, staying);
      }),
      { numRuns: 400 },
    );
  });

  test("insert: reads as meant, all comments stay, undo gives the same bytes", () => {
    fc.assert(
      fc.property(scene, name, ({ put, pick, ...style }, key) => {
        const { text, remarks } = printed(style);
        const all = collections(style.root);
        const [above, node] = all[pick % all.length]!;
        fc.pre(Array.isArray(node) || !(key in (node as object)));
        const index = Array.isArray(node) ? pick % (node.length + 1) : 0;
        const path = [...above, Array.isArray(node) ? index : key];
        const meant = structuredClone(style.root) as Plain;
        const inside = holder(meant, path);
        if (Array.isArray(inside)) inside.splice(index, 0, put as Plain);
        else (inside as { [key: string]: Plain })[key] = put as Plain;
        check(text, { edit: "insert", path, value: put }, meant, remarks);
      }),
      { numRuns: 400 },
    );
  });

  test("any text as a scalar reads back, bare if it can", () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: "binary" }), fc.string()), (put) => {
        for (const text of ["a: x # c\nb: y\n", "a: { b: x, c: y } # d\n", "- x\n- y\n"]) {
          const path = text.startsWith("-") ? [0] : text.includes("{") ? ["a", "b"] : ["a"];
          const result = editBrief(text, { edit: "set", path, value: put });
          if ("error" in result) throw new Error(result.error.message);
          const read = reading(result.text) as Record<string, unknown>;
          const got = Array.isArray(read) ? read[0] : path.length === 2 ? (read["a"] as { b: unknown }).b : read["a"];
          expect(got).toBe(put);
        }
      }),
      { numRuns: 200 },
    );
  });
});
