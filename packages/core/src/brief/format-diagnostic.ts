import type { Diagnostic } from "./diagnostic.ts";

/** `file:line:column code message`, then the second place and the hint, each on an indented line. */
export function formatDiagnostic({ code, severity, place, message, hint, other }: Diagnostic): string {
  const kind = severity === "error" ? "" : `${severity}: `;
  const lines = [`${place.file}:${place.line}:${place.column} ${code} ${kind}${message}`];
  if (other !== undefined) lines.push(`    see ${other.file}:${other.line}:${other.column}`);
  if (hint !== undefined) lines.push(`    ${hint}`);
  return lines.join("\n");
}
