/** An agreement space into a page, and a section of another paper. */
export { type PackageNames, packagesBody, plainNames } from "./packages-body.ts";
export { writePackagesPage } from "./packages-page.ts";
