// All of it, one script after the other; each can also be run alone. (Imports of the language itself would let the
// scripts run at the same time.)
for (const script of ["conformance", "settings", "rights", "plugins", "tools", "coverage"]) {
  await import(`./${script}.mjs`);
}
