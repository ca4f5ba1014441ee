/** An issue before one forum or another: chances, admission, deadlock and who decides, in the same worlds. */
export type * from "./findings.ts";
