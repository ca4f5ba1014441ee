/** What the search asks of its host. */

/** Looks at the package in `offered`, and returns the bar from then on: the score that a package must pass. */
export declare function consider(): f64;

/** Tells how many branches have been looked at. */
export declare function pulse(branches: i32): void;
