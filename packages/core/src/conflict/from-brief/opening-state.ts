/** States of a conflict read from a brief by what is held out for in them. */
import type { Model } from "../../model/model.ts";
import type { UtilityDraw } from "../robustness.ts";
import type { Scope } from "./scope.ts";

/** Code of the state in which all hold out for the package. */
export function stateOfAll(members: number, packages: number, k: number): number {
  let code = 0;
  for (let p = 0; p < members; p++) code = code * packages + k;
  return code;
}

/** Where the talks open: each party holds out for what it asks (we), or for what is worth most to it. */
export function openingState(model: Model, scope: Scope, medians: UtilityDraw, packages: number): number {
  let code = 0;
  let stride = 1;
  scope.needed.forEach((party, p) => {
    const asked = party === model.us ? scope.items.map((item) => model.items[item]!.ladder[0]) : [];
    let best = 0;
    if (asked.length > 0 && asked.every((option) => option !== undefined)) {
      let place = 1;
      scope.items.forEach((item, i) => {
        best += asked[i]! * place;
        place *= model.items[item]!.options.length;
      });
    } else {
      const worth = worthOfPackages(medians[p]!, scope.needed.length, packages);
      for (let k = 1; k < packages; k++) if (worth[k]! > worth[best]!) best = k;
    }
    code += best * stride;
    stride *= packages;
  });
  return code;
}

/** Worth of each package: the state in which all hold out for it has settled on it. */
function worthOfPackages(worth: Float64Array, members: number, packages: number): readonly number[] {
  return Array.from({ length: packages }, (_, k) => worth[stateOfAll(members, packages, k)]!);
}
