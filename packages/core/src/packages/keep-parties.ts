/** A space without some of its parties. */
import type { Space } from "./space.ts";

/** The same packages in the eyes of some of the parties. */
export function keepParties(space: Space, members: readonly number[]): Space {
  const P = space.parties.length;
  const project = (values: Float64Array): Float64Array => {
    const cells = values.length / P;
    const kept = new Float64Array(cells * members.length);
    for (let cell = 0; cell < cells; cell++)
      for (const [k, p] of members.entries()) kept[cell * members.length + k] = values[cell * P + p]!;
    return kept;
  };
  const exact = space.exact && {
    factors: space.exact.factors.map(({ scope, values }) => ({
      scope,
      values: values.flatMap((_, k) => (k % P === 0 ? members.map((p) => values[k + p]!) : [])),
    })),
    reservation: members.map((p) => space.exact!.reservation[p]),
  };
  return {
    ...space,
    parties: members.map((p) => space.parties[p]!),
    unit: members.map((p) => space.unit[p]!),
    reservation: Float64Array.from(members, (p) => space.reservation[p]!),
    factors: space.factors.map(({ scope, values }) => ({ scope, values: project(values) })),
    boxes: space.boxes.map((box) => ({ ...box, values: project(box.values) })),
    exact,
  };
}
