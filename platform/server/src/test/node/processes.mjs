// kintone's command-line tools as processes, in a folder of their own.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const bin = resolve("node_modules/.bin");
// A tool must see nothing of the surroundings: it takes a proxy and a sign-in from variables.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^KINTONE_|proxy/i.test(name)));

/** Where the tools run, and where the files they read and write are. */
export const folder = await mkdtemp(join(tmpdir(), "conformance-tools-"));
export const inFolder = (...path) => join(folder, ...path);

/** Runs a tool to its end; answers its exit status, the bytes it printed, and all it said as text. */
export const run = (tool, ...args) =>
  new Promise((done) => {
    const tell = (error, out, err) => done({ status: error ? (error.code ?? error.signal) : 0, out, text: `${out}\n${err}` });
    execFile(join(bin, tool), args, { cwd: folder, env, timeout: 60_000, maxBuffer: 1e8, encoding: "buffer" }, tell).stdin.end();
  });

/** Runs a tool that must end well; answers the bytes it printed. */
export const succeedInBytes = async (...command) => {
  const { status, out, text } = await run(...command);
  assert.equal(status, 0, text);
  return out;
};
export const succeed = async (...command) => String(await succeedInBytes(...command));
export const cli = (...args) => succeed("cli-kintone", ...args);
