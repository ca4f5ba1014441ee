import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileConflict } from "./compile.ts";
import { findCredibleChanges } from "./credible-changes.ts";
import { drawFrom, drawGraphModel } from "./drawn-model.test-data.ts";
import { type Conflict, findState } from "./graph.ts";
import { findOwnChanges } from "./inverse.ts";
import { countRankings } from "./ranking-counts.ts";
import { applyEdits, type Edit } from "./ranking-edits.ts";
import { readConflict } from "./read-conflict.ts";
import { analyseStability, CONCEPTS, type Concept } from "./stability.ts";

function unwrap<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error("refused");
  return result.value;
}
const flagsAt = (conflict: Conflict, state: number): number[] =>
  unwrap(analyseStability(conflict)).stable.map((flags) => flags[state]!);
const bitOf = (concept: Concept): number => 1 << CONCEPTS.indexOf(concept);
const holdsFor = (conflict: Conflict, i: number, state: number, concept: Concept): boolean =>
  (flagsAt(conflict, state)[i]! & bitOf(concept)) !== 0;
const isEquilibrium = (conflict: Conflict, state: number, concept: Concept): boolean =>
  flagsAt(conflict, state).every((flag) => (flag & bitOf(concept)) !== 0);
const drawn = (seed: number, decisionMakers: number): Conflict => {
  const compiled = compileConflict(drawGraphModel(drawFrom(seed), decisionMakers));
  return unwrap(compiled).conflict!;
};
function* permutations(n: number): Generator<number[]> {
  const order = Array.from({ length: n }, (_, k) => k);
  function* from(k: number): Generator<number[]> {
    if (k === n) yield [...order];
    for (let l = k; l < n; l++) {
      [order[k], order[l]] = [order[l]!, order[k]!];
      yield* from(k + 1);
      [order[k], order[l]] = [order[l]!, order[k]!];
    }
  }
  yield* from(0);
}

describe("[I4] counts over rankings", () => {
  it("Syria and Iraq: 240, 300, 384 and 384 of 720 (published for SEQ: 420, which is wrong)", () => {
    const text = readFileSync(new URL("../../../../examples/conflicts/syria-iraq.json", import.meta.url), "utf8");
    const reading = readConflict(text, "syria-iraq.json");
    if (!reading.ok) throw new Error("unreadable");
    const conflict = reading.compiled.conflict!;
    const target = findState(conflict.graph, 2);
    const counts = CONCEPTS.map((concept) => unwrap(countRankings(conflict, 0, target, concept)));
    expect(counts.map(({ total, equilibrium }) => [total, equilibrium])).toEqual([
      ["720", "240"],
      ["720", "384"],
      ["720", "300"],
      ["720", "384"],
      ["720", "300"],
    ]);
  });
  it("agrees with going through all rankings, on 150 random conflicts", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...CONCEPTS), (seed, concept) => {
        const conflict = drawn(seed, 2 + (seed & 1));
        const n = conflict.graph.stateCount;
        if (n > 5) return;
        const counted = unwrap(countRankings(conflict, 0, 0, concept));
        let stable = 0;
        let equilibrium = 0;
        for (const order of permutations(n)) {
          const now: Conflict = {
            ...conflict,
            ranks: conflict.ranks.map((ranks, i) => (i === 0 ? Int32Array.from(order) : ranks)),
          };
          if (holdsFor(now, 0, 0, concept)) stable++;
          if (isEquilibrium(now, 0, concept)) equilibrium++;
        }
        expect(counted.stable).toBe(String(stable));
        if (counted.equilibrium !== undefined) expect(counted.equilibrium).toBe(String(equilibrium));
        else expect(["seq", "sseq"]).toContain(concept);
      }),
      { numRuns: 150 },
    );
  });
});

describe("[I1] smallest changes of one's own mind", () => {
  it("are all minimal sets, against trying every set, on 400 random conflicts", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom("nash" as const, "gmr" as const, "smr" as const), (seed, concept) => {
        const conflict = drawn(seed, 2 + (seed & 1));
        const changes = unwrap(findOwnChanges(conflict, 0, concept, 1000));
        changes.forEach(({ decisionMaker, ways, stable }) => {
          const ranks = conflict.ranks[decisionMaker]!;
          const preferred = [...ranks.keys()].filter((s) => ranks[s]! > ranks[0]!);
          const works = (set: number[]): boolean => {
            const edits: Edit[] = set.map((state) => ({ kind: "lower", decisionMaker, state }));
            return holdsFor({ ...conflict, ranks: applyEdits(conflict.ranks, edits, 0) }, decisionMaker, 0, concept);
          };
          const sets = Array.from({ length: 1 << preferred.length }, (_, mask) =>
            preferred.filter((__, k) => ((mask >> k) & 1) === 1),
          ).filter(works);
          const minimal = sets.filter(
            (set) => !sets.some((other) => other.length < set.length && other.every((s) => set.includes(s))),
          );
          expect(stable).toBe(minimal[0]!.length === 0 && minimal.length === 1);
          expect([...ways].map((way) => way.join()).sort()).toEqual(minimal.map((set) => set.join()).sort());
        });
      }),
      { numRuns: 400 },
    );
  });
});

describe("[I3] changes that make deterrents credible", () => {
  it("every proposal makes the target an equilibrium, and none smaller exists among all sets of up to two edits", () => {
    let missed = 0;
    let compared = 0;
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom("seq" as const, "sseq" as const), (seed, concept) => {
        const conflict = drawn(seed, 2 + (seed & 1));
        const n = conflict.graph.stateCount;
        const found = findCredibleChanges(conflict, 0, concept);
        const least = found.ok ? found.value.proposals[0]!.edits.length : 99;
        if (found.ok)
          for (const { ranks } of found.value.proposals)
            expect(isEquilibrium({ ...conflict, ranks }, 0, concept)).toBe(true);
        if (n > 4 || least === 0) return;
        const all: Edit[] = conflict.ranks.flatMap((_, decisionMaker) => [
          ...Array.from({ length: n }, (__, state): Edit => ({ kind: "lower", decisionMaker, state })),
          ...Array.from(
            { length: n * n },
            (__, k): Edit => ({ kind: "raise", decisionMaker, state: k % n, above: Math.floor(k / n) }),
          ).filter((edit) => edit.kind === "raise" && edit.state !== edit.above),
        ]);
        const works = (edits: Edit[]): boolean =>
          isEquilibrium({ ...conflict, ranks: applyEdits(conflict.ranks, edits, 0) }, 0, concept);
        // Raising the target above a departure does for it what lowering the departure does; leave such edits to the latter.
        const plain = all.filter((edit) => edit.kind === "lower" || edit.state !== 0);
        const single = plain.some((edit) => works([edit]));
        compared++;
        if (single && least > 1) missed++;
        if (!single && least > 2 && plain.some((a) => plain.some((b) => works([a, b])))) missed++;
      }),
      { numRuns: 250 },
    );
    // What works only by a side effect is not looked for; that has to stay the exception.
    expect(compared).toBeGreaterThan(20);
    expect(missed / compared).toBeLessThan(0.1);
  });
});
