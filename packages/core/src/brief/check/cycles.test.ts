import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeCycle, findCycles } from "./cycles.ts";

const graph = (edges: Readonly<Record<string, readonly string[]>>) =>
  findCycles(Object.keys(edges), (node) => edges[node] ?? []);

describe("findCycles", () => {
  test("finds rings, and what leads into them is no part of them", () => {
    expect(graph({ a: ["b"], b: ["c"], c: ["b"], d: ["d"] })).toEqual([["b", "c"], ["d"]]);
  });

  test("a diamond is no ring", () => expect(graph({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] })).toEqual([]));

  test("a long chain needs no stack", () => {
    const nodes = Array.from({ length: 100_000 }, (_, k) => `n${k}`);
    expect(
      findCycles(nodes, (node) => (node === "n99999" ? ["n0"] : [`n${Number(node.slice(1)) + 1}`]))[0],
    ).toHaveLength(100_000);
  });

  test("finds a ring exactly where some node reaches itself", () => {
    const edges = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 12 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const next = (node: string) => pairs.filter(([from]) => `${from}` === node).map(([, to]) => `${to}`);
        const nodes = ["0", "1", "2", "3", "4", "5"];
        // By brute force: the pairs' closure, by repeated joining.
        const reach = new Set(pairs.map(([a, b]) => `${a}>${b}`));
        for (let round = 0; round < 6; round += 1)
          for (const [a, b] of pairs) for (const c of nodes) if (reach.has(`${b}>${c}`)) reach.add(`${a}>${c}`);
        const ringed = nodes.some((node) => reach.has(`${node}>${node}`));
        const cycles = findCycles(nodes, next);
        expect(cycles.length > 0).toBe(ringed);
        for (const cycle of cycles)
          for (const [k, node] of cycle.entries()) expect(next(node)).toContain(cycle[(k + 1) % cycle.length]);
      }),
    );
  });

  test("is told from its first node to its first node", () =>
    expect(describeCycle(["a", "b"])).toBe("`a` → `b` → `a`"));
});
