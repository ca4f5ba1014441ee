/**
 * Spaces whose exact integers pass 2^53 (weights with sixteen decimals, say): the same elimination in arbitrary-length
 * integers. Slower by an order of magnitude, and exact all the same ([P2]).
 */
import { orderElimination } from "./elimination-order.ts";
import type { Frontier, NoFrontier, Within } from "./frontier.ts";
import type { Space, WideFactors } from "./space.ts";
import { createWalk, strideOf } from "./tables.ts";

interface Point {
  readonly u: readonly bigint[];
  count: bigint;
  /** Settled issues so far, newest first. */
  readonly chosen: Chosen | undefined;
}
type Chosen =
  | { readonly issue: number; readonly option: number; readonly rest: Chosen | undefined }
  | { readonly left: Chosen | undefined; readonly right: Chosen | undefined };
interface Message {
  readonly scope: readonly number[];
  readonly cells: readonly (readonly Point[])[];
}
interface Work {
  steps: number;
  readonly maxSteps: number;
  readonly maxPoints: number;
}
/** A step here costs about twenty of the narrow engine's. */
const STEP_COST = 20;

export function computeWideFrontier(
  space: Space,
  wide: WideFactors,
  within: Within,
  maxPoints: number,
  maxWork: number,
): Frontier | NoFrontier {
  const P = space.parties.length;
  const work: Work = { steps: 0, maxSteps: maxWork / STEP_COST, maxPoints };
  const points = eliminateWide(space, wide, work);
  if (!points)
    return {
      failed: "too large",
      because: `the integers pass 2^53 and the frontier passes ${maxPoints} vectors or ${maxWork} steps`,
    };
  const kept =
    within === "all"
      ? points
      : points.filter((point) => point.u.every((value, p) => value >= (wide.reservation[p] ?? value)));
  return {
    within,
    epsilon: Array.from<number>({ length: P }).fill(0),
    exact: true,
    size: kept.length,
    integers: Float64Array.from(kept.flatMap((point) => point.u.map(Number))),
    exactOf: (k) => kept[k]!.u,
    packageOf(k) {
      const options = new Int32Array(space.issues.length);
      const todo: (Chosen | undefined)[] = [kept[k]!.chosen];
      while (todo.length > 0) {
        const chosen = todo.pop();
        if (!chosen) continue;
        if ("issue" in chosen) {
          options[chosen.issue] = chosen.option;
          todo.push(chosen.rest);
        } else todo.push(chosen.left, chosen.right);
      }
      return options;
    },
    countOf: (k) => kept[k]!.count,
  };
}

/** A party's least utility over the whole space: the best of the space turned upside down. */
export function leastWide(space: Space, wide: WideFactors, party: number): bigint {
  const P = space.parties.length;
  const mirrored: WideFactors = {
    factors: wide.factors.map(({ scope, values }) => ({
      scope,
      values: values.filter((_, k) => k % P === party).map((value) => -value),
    })),
    reservation: [undefined],
  };
  const work: Work = { steps: 0, maxSteps: Infinity, maxPoints: Infinity };
  return -eliminateWide(space, mirrored, work)![0]!.u[0]!;
}

function eliminateWide(space: Space, wide: WideFactors, work: Work): readonly Point[] | undefined {
  const P = wide.reservation.length;
  const { sizes } = space;
  const { order } = orderElimination(
    sizes,
    wide.factors.map((factor) => factor.scope),
  );
  const start: Message = {
    scope: [],
    cells: [[{ u: Array.from<bigint>({ length: P }).fill(0n), count: 1n, chosen: undefined }]],
  };
  let waiting = [...wide.factors];
  let messages: Message[] = [];
  for (const issue of order) {
    const own = waiting.filter((factor) => factor.scope.includes(issue));
    waiting = waiting.filter((factor) => !factor.scope.includes(issue));
    const incoming = messages.filter((message) => message.scope.includes(issue));
    messages = messages.filter((message) => !message.scope.includes(issue));
    let base = start;
    for (const message of incoming) {
      const joined = sumWide(sizes, base, message, work);
      if (!joined) return undefined;
      base = joined;
    }
    const scope = union([base.scope, ...own.map((f) => f.scope)]).filter((i) => i !== issue);
    const inputs = [base.scope, ...own.map((f) => f.scope)];
    const walk = createWalk(sizes, scope, inputs);
    const strides = inputs.map((input) => strideOf(sizes, input, issue));
    const cells: (readonly Point[])[] = [];
    for (let cell = 0; cell < walk.cells; cell++) {
      const candidates: Point[] = [];
      for (let option = 0; option < sizes[issue]!; option++) {
        const shift = Array.from<bigint>({ length: P }).fill(0n);
        own.forEach((factor, f) => {
          const at = (walk.offsets[f + 1]! + option * strides[f + 1]!) * P;
          for (let p = 0; p < P; p++) shift[p] = shift[p]! + factor.values[at + p]!;
        });
        const copies = BigInt(space.issues[issue]!.copies[option]!);
        for (const point of base.cells[walk.offsets[0]! + option * strides[0]!]!)
          candidates.push({
            u: point.u.map((value, p) => value + shift[p]!),
            count: point.count * copies,
            chosen: { issue, option, rest: point.chosen },
          });
      }
      const kept = keepUndominated(candidates, work);
      if (!kept) return undefined;
      cells.push(kept);
      walk.advance();
    }
    messages.push({ scope, cells });
  }
  messages.sort((a, b) => b.cells[0]!.length - a.cells[0]!.length);
  let total = start;
  for (const message of messages) {
    const joined = sumWide(sizes, total, message, work);
    if (!joined) return undefined;
    total = joined;
  }
  return total.cells[0]!;
}

const union = (scopes: readonly (readonly number[])[]): number[] => [...new Set(scopes.flat())].sort((a, b) => a - b);

function sumWide(sizes: Int32Array, a: Message, b: Message, work: Work): Message | undefined {
  const scope = union([a.scope, b.scope]);
  const walk = createWalk(sizes, scope, [a.scope, b.scope]);
  const cells: (readonly Point[])[] = [];
  for (let cell = 0; cell < walk.cells; cell++) {
    const candidates: Point[] = [];
    const [left, right] = [a.cells[walk.offsets[0]!]!, b.cells[walk.offsets[1]!]!];
    if (left.length * right.length > work.maxSteps) return undefined;
    for (const x of left)
      for (const y of right)
        candidates.push({
          u: x.u.map((value, p) => value + y.u[p]!),
          count: x.count * y.count,
          chosen: x.chosen ? { left: x.chosen, right: y.chosen } : y.chosen,
        });
    const kept = keepUndominated(candidates, work);
    if (!kept) return undefined;
    cells.push(kept);
    walk.advance();
  }
  return { scope, cells };
}

/** In falling lexicographic order a later vector never dominates an earlier one, and equal ones are neighbours. */
function keepUndominated(candidates: Point[], work: Work): readonly Point[] | undefined {
  candidates.sort((x, y) => {
    for (let p = 0; p < x.u.length; p++) if (x.u[p] !== y.u[p]) return x.u[p]! > y.u[p]! ? -1 : 1;
    return 0;
  });
  const kept: Point[] = [];
  let best: bigint | undefined;
  for (const candidate of candidates) {
    work.steps++;
    const last = kept.at(-1);
    const { u } = candidate;
    if (last?.u.every((value, p) => value === u[p])) {
      last.count += candidate.count;
      continue;
    }
    if (u.length <= 2) {
      const value = u.at(-1)!;
      if (last && (u.length === 1 || value <= best!)) continue;
      best = value;
    } else {
      let covered = false;
      for (let k = kept.length - 1; k >= 0 && !covered; k--) {
        work.steps++;
        covered = kept[k]!.u.every((value, p) => value >= u[p]!);
      }
      if (covered) continue;
    }
    kept.push({ u, count: candidate.count, chosen: candidate.chosen });
    if (work.steps > work.maxSteps || kept.length > work.maxPoints) return undefined;
  }
  return kept;
}
