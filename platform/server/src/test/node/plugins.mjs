// Plug-ins of the domain and of an app.
import assert from "node:assert/strict";
import { app, byPassword, step } from "./harness.mjs";

const { plugin: plugins, app: apps, file: files } = byPassword;
const id = "a".repeat(32);

await step("lists the plug-ins", async () => {
  assert.deepEqual((await plugins.getPlugins({ limit: 100 })).plugins, []);
});
await step("lists the plug-ins that apps ask for and nobody has installed", async () => {
  assert.deepEqual((await plugins.getRequiredPlugins({})).plugins, []);
});
await step("tells which apps use a plug-in", async () => {
  assert.deepEqual((await plugins.getApps({ id })).apps, []);
});
const upload = () => files.uploadFile({ file: { name: "plugin.zip", data: "no zip" } });
await step("installs a plug-in", async () => {
  assert.equal((await plugins.installPlugin(await upload())).version, "1");
});
await step("updates a plug-in", async () => {
  assert.equal((await plugins.updatePlugin({ id, ...(await upload()) })).id, id);
});
await step("uninstalls a plug-in", async () => {
  assert.deepEqual(await plugins.uninstallPlugin({ id }), {});
});
await step("lists the plug-ins of an app", async () => {
  assert.deepEqual((await apps.getPlugins({ app })).plugins, []);
});
await step("adds plug-ins to an app", async () => {
  assert.match((await apps.addPlugins({ app, ids: [id] })).revision, /^\d+$/);
});
