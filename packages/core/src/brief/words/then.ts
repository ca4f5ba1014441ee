/**
 * The language's word `then`, by name: rules and steps are data and are never awaited, but an object literal with this key
 * would look like a promise to those who read the code.
 */
export const THEN = "then";
