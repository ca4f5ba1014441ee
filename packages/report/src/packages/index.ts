/** An agreement space into a page, and a section of another paper. */
export type { PackageNames } from "./package-names.ts";
export { packagesBody } from "./packages-body.ts";
export { writePackagesPage } from "./packages-page.ts";
