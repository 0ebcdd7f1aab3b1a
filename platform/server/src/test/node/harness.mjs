// What every script of this folder stands on: kintone's own client, unmodified, noting which of its methods were
// called, and steps that print one line each: "ok <name>", "not ok <name>: <why>" or "not served <method> (<step>)".
// Environment: BASE_URL (scheme http needs the host name localhost), APP (number of the app of apps/conformance),
// LOGIN, PASSWORD, TOKEN (an API token with every right on that app).
import assert from "node:assert/strict";
import { KintoneRestAPIClient, KintoneRestAPIError } from "@kintone/rest-api-client";
import { notServed } from "./not-served.mjs";

export const { BASE_URL: baseUrl, APP: app, LOGIN: username, PASSWORD: password, TOKEN: apiToken } = process.env;

/** Names like "record.getRecord" or "bulkRequest" of all methods the steps have called themselves. */
export const called = new Set();

class NotServed extends Error {}

/** A method of the list of what is not served must be answered as an unknown path is; anything else is a fault. */
async function refusedAsUnknown(name, answer) {
  const error = await answer.then(() => assert.fail(`${name} is served: take it off not-served.mjs`), (e) => e);
  const unknown = error instanceof KintoneRestAPIError && [404, 405].includes(error.status) && error.code === "CB_IL02";
  assert.ok(unknown, `${name} is on the list of not-served.mjs, but was answered with ${error}`);
  throw new NotServed(name);
}

function noting(prefix, target) {
  return new Proxy(target, {
    get(object, key) {
      const value = object[key];
      if (typeof value === "function") {
        return (...args) => {
          const name = prefix + key;
          called.add(name);
          const answer = value.apply(object, args);
          return notServed.has(name) ? refusedAsUnknown(name, answer) : answer;
        };
      }
      const isPartOfTheClient = prefix === "" && typeof value === "object" && value !== null;
      return isPartOfTheClient ? noting(`${String(key)}.`, value) : value;
    },
  });
}

/** kintone's client; its calls are noted, those it makes to itself are not. */
export const clientOf = (auth, more = {}) => noting("", new KintoneRestAPIClient({ baseUrl, auth, ...more }));
export const byPassword = clientOf({ username, password });
export const byToken = clientOf({ apiToken });

export const step = async (name, run) => {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (error) {
    const text = String(error.stack ?? error).replaceAll("\n", " | ");
    console.log(error instanceof NotServed ? `not served ${error.message} (${name})` : `not ok ${name}: ${text}`);
    process.exitCode = error instanceof NotServed ? process.exitCode : 1;
  }
};

export const refusal = async (promise) => {
  const error = await promise.then(() => assert.fail("was not refused"), (e) => e);
  if (error instanceof NotServed) {
    throw error;
  }
  assert.ok(error instanceof KintoneRestAPIError, String(error));
  return error;
};

/** Makes what is being edited the live app and waits until it is. */
export const deploy = async (number) => {
  assert.deepEqual(await byPassword.app.deployApp({ apps: [{ app: number }] }), {});
  for (let i = 0; i < 200; i++) {
    const { apps } = await byPassword.app.getDeployStatus({ apps: [number] });
    if (apps[0].status !== "PROCESSING") {
      assert.deepEqual(apps, [{ app: String(number), status: "SUCCESS" }]);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail("the app is still being deployed");
};

/** A new app of the one who signs in, deployed, with the fields given. */
export const appOf = async (name, properties) => {
  const { app: made } = await byPassword.app.addApp({ name });
  await byPassword.app.addFormFields({ app: made, properties });
  await deploy(made);
  return made;
};

export const text = (code, more = {}) => ({ [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more } });
