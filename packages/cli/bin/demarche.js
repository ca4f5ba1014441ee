#!/usr/bin/env node
try {
  await import("../dist/main.js");
} catch (error) {
  // In a clone that has not been set up there is nothing compiled yet, or no package to import.
  if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
  console.error("Demarche is not set up in this clone yet: run `npm start` at its root once.");
  process.exitCode = 2;
}
