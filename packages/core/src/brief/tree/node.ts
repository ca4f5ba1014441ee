/** The YAML file as plain nodes with their places: all that the rest of the reader sees of YAML. */

/** Offsets into the text, in UTF-16 units; `end` is behind the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
export interface ScalarNode {
  readonly kind: "scalar";
  readonly text: string;
  readonly span: Span;
}
interface ListNode {
  readonly kind: "list";
  readonly items: readonly Node[];
  readonly span: Span;
}
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}
export interface MapNode {
  readonly kind: "map";
  readonly entries: readonly Entry[];
  readonly span: Span;
}
/** Stands where a value was missing or could not be taken; it has been reported, so nobody reports it again. */
interface BrokenNode {
  readonly kind: "broken";
  readonly span: Span;
}
export type Node = ScalarNode | ListNode | MapNode | BrokenNode;

/** The entry of a mapping with this key, if `node` is a mapping and has it. */
export function entryOf(node: Node | undefined, key: string): Entry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The value under this key, if `node` is a mapping and has it. */
export function childOf(node: Node | undefined, key: string): Node | undefined {
  return entryOf(node, key)?.value;
}

/** The scalars of a node that is one, or a list of them. */
export function scalarsOf(node: Node | undefined): readonly ScalarNode[] {
  if (node === undefined) return [];
  if (node.kind === "scalar") return [node];
  return node.kind === "list" ? node.items.filter((item) => item.kind === "scalar") : [];
}
