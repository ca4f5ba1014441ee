/**
 * The branch and bound that is compiled to WebAssembly (`kernels/branch-and-bound`): its sums over parties run two at a
 * time, in a third of the time that JavaScript took ([P14]). One instance serves all questions, one after the other.
 */
import { BRANCH_KERNEL } from "./generated/branch-kernel.ts";

/** Of the platform's WebAssembly, what is used: core is compiled without the types of any platform. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
declare const atob: (base64: string) => string;

export interface BranchKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  reserve(parties: number, issues: number, rows: number, outright: number): void;
  tableAddress(): number;
  firstRowAddress(): number;
  startAddress(): number;
  weightsAddress(): number;
  raisedAddress(): number;
  offeredAddress(): number;
  /** One where all was looked at (that `share` allows), zero where more than `most` branches would have been needed. */
  search(bar: number, most: number, share: number): number;
  countBranches(): number;
}

/** What the kernel asks while it searches; it may not be asked anything itself meanwhile. */
export interface BranchHost {
  /** Looks at the package offered, and returns the bar from then on. */
  consider(): number;
  /** Now and then: how many branches have been looked at. */
  pulse(branches: number): void;
}

let kernel: BranchKernel | undefined;
let host: BranchHost | undefined;

export function openBranchKernel(by: BranchHost): BranchKernel {
  host = by;
  kernel ??= instantiate();
  return kernel;
}

function instantiate(): BranchKernel {
  const bytes = Uint8Array.from(atob(BRANCH_KERNEL), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    host: { consider: () => host!.consider(), pulse: (branches: number) => host!.pulse(branches) },
  });
  return exports as BranchKernel;
}
