/** What a pair comes to, seen from its first member. */
export type Quadrant =
  | "conflict"
  | "compromise in favour"
  | "compromise against"
  | "compels"
  | "is compelled"
  | "stalemate";

/** From what each expects of challenging the other (Bueno de Mesquita's octants; Scholz, Calbert & Smith 2011, fig. 6). */
export function quadrantOf(own: number, other: number): Quadrant {
  if (own > 0 && other > 0) return "conflict";
  if (own > 0 && other < 0) return -other >= own ? "compels" : "compromise in favour";
  if (own < 0 && other > 0) return -own >= other ? "is compelled" : "compromise against";
  return "stalemate";
}
