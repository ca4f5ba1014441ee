import type { OpenBrief } from "./open-brief.ts";

/** "3 warnings and 1 note on the brief: see demarche check FILE"; nothing where there are none. */
export function remarkOn({ diagnostics }: OpenBrief, file: string): { readonly remark?: string } {
  const counts = (["warning", "note"] as const).flatMap((kind) => {
    const count = diagnostics.filter(({ severity }) => severity === kind).length;
    return count === 0 ? [] : [`${count} ${kind}${count === 1 ? "" : "s"}`];
  });
  return counts.length === 0 ? {} : { remark: `${counts.join(" and ")} on the brief: demarche check ${file}` };
}
