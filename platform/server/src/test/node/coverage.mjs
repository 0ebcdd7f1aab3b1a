// Every public method of kintone's client has been called by some step; which there are, the client itself tells.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { called, step } from "./harness.mjs";
import { notServed } from "./not-served.mjs";

const declarations = join(dirname(createRequire(import.meta.url).resolve("@kintone/rest-api-client")), "client");
const client = new KintoneRestAPIClient({ baseUrl: "https://example.org", auth: { apiToken: "x" } });

/** TypeScript's private methods are there at run time; only the declarations tell them from the others. */
const privateOnes = (type) => {
  const text = readFileSync(join(declarations, `${type}.d.ts`), "utf8");
  return new Set([...text.matchAll(/^\s*private (\w+)/gm)].map((match) => match[1]));
};

const methodsOf = (object) => {
  const type = Object.getPrototypeOf(object);
  return Object.getOwnPropertyNames(type).filter((name) => name !== "constructor");
};

const parts = Object.keys(client).filter((key) => typeof client[key] === "object" && !key.endsWith("_"));
const all = [
  ...methodsOf(client),
  ...parts.flatMap((part) => {
    const hidden = privateOnes(client[part].constructor.name);
    return methodsOf(client[part]).filter((name) => !hidden.has(name)).map((name) => `${part}.${name}`);
  }),
];

await step("calls every method of kintone's client", () => {
  assert.deepEqual(parts.sort(), ["app", "file", "plugin", "record", "space"]);
  assert.ok(all.length > 90, `found only ${all.length} methods`);
  assert.deepEqual(all.filter((name) => !called.has(name)), []);
});

await step("lists as not served only what the client has", () => {
  assert.deepEqual([...notServed].filter((name) => !all.includes(name)), []);
});
