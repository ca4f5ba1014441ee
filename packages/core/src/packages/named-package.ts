/** Packages in the words of the file: compiled options back to issue → option. */
import type { NamedPackage } from "./domain.ts";
import type { Space } from "./space.ts";

/** The first given option of every class that was chosen. */
export function nameOptions(space: Space, options: Int32Array): NamedPackage {
  return Object.fromEntries(
    space.issues.map((issue, i) => [issue.id, issue.options[issue.representative[options[i]!]!]!]),
  );
}

/** Compiled options of a named package; undefined where an issue is missing or an option unknown. */
export function readOptions(space: Space, named: NamedPackage): Int32Array | undefined {
  const options = new Int32Array(space.issues.length);
  for (const [i, issue] of space.issues.entries()) {
    const given = issue.options.indexOf(named[issue.id] ?? "");
    if (given < 0) return undefined;
    options[i] = issue.classOf[given]!;
  }
  return options;
}

/** The package with the options of `given` wherever no party tells them from its own: what was asked about keeps its words. */
export function keepGiven(space: Space, found: NamedPackage, given: NamedPackage): NamedPackage {
  return Object.fromEntries(
    space.issues.map(({ id, options, classOf }) => {
      const [own, asked] = [options.indexOf(found[id]!), options.indexOf(given[id] ?? "")];
      return [id, options[asked >= 0 && classOf[asked] === classOf[own] ? asked : own]!];
    }),
  );
}
