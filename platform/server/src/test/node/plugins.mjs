// Plug-ins of the domain and of an app: packed by kintone's command-line tool, installed by it and by the client.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { appOf, baseUrl, byPassword, deploy, password, refusal, step, text, username } from "./harness.mjs";
import { notServed } from "./not-served.mjs";
import { cli, inFolder, run } from "./processes.mjs";

const { plugin: plugins, app: apps, file: files } = byPassword;
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";
let id;

/** Packs the plug-in with another version, always with the key that makes its id. */
const pack = async (version) => {
  const manifest = {
    manifest_version: 1, version, type: "APP", icon: "icon.png", desktop: { js: ["desktop.js"], css: [] },
    name: { ja: "試し", en: "Trial" }, description: { ja: "説明", en: "Described" },
  };
  await writeFile(inFolder("plugin", "manifest.json"), JSON.stringify(manifest));
  await cli("plugin", "pack", "--input", "plugin/manifest.json", "--output", "plugin.zip", "--private-key", "key.ppk");
};
const upload = async () => files.uploadFile({ file: { name: "plugin.zip", data: await readFile(inFolder("plugin.zip")) } });

await step("cli: makes a key, packs a plug-in and tells of it", async () => {
  await mkdir(inFolder("plugin"));
  await writeFile(inFolder("plugin", "icon.png"), Buffer.from(png, "base64"));
  await writeFile(inFolder("plugin", "desktop.js"), "console.log('plug-in');");
  await cli("plugin", "keygen", "--output", "key.ppk");
  await pack("1.0.0");
  const told = JSON.parse(await cli("plugin", "info", "--input", "plugin.zip", "--format", "json"));
  assert.equal(told.version, "1.0.0");
  assert.match(told.id, /^[a-p]{32}$/);
  id = told.id;
});

await step("lists the plug-ins of a domain that has none", async () => {
  assert.deepEqual((await plugins.getPlugins({ limit: 100 })).plugins, []);
});

await step("installs a plug-in", async () => {
  assert.deepEqual(await plugins.installPlugin(await upload()), { id, version: "1.0.0" });
  const [read] = (await plugins.getPlugins({ ids: [id] })).plugins;
  assert.deepEqual(read, { id, name: "Trial", description: "Described", isMarketPlugin: false, version: "1.0.0" });
});

await step("updates a plug-in", async () => {
  await pack("1.1.0");
  assert.deepEqual(await plugins.updatePlugin({ id, ...(await upload()) }), { id, version: "1.1.0" });
});

await step("cli: uploads a plug-in", async () => {
  await pack("1.2.0");
  const { status, text: said } = await run(
    "cli-kintone", "plugin", "upload", "--base-url", baseUrl, "--username", username, "--password", password, "--input", "plugin.zip", "--yes");
  if (notServed.has("plugin.updatePlugin")) {
    assert.match(said, /\[404\] \[CB_IL02\]/);
    return;
  }
  assert.equal(status, 0, said);
  assert.equal((await plugins.getPlugins({ ids: [id] })).plugins[0].version, "1.2.0");
});

let app;
await step("lists the plug-ins of an app", async () => {
  app = await appOf("Plugged", text("Name"));
  assert.deepEqual((await apps.getPlugins({ app })).plugins, []);
});

await step("adds plug-ins to an app", async () => {
  assert.match((await apps.addPlugins({ app, ids: [id] })).revision, /^\d+$/);
  const added = [{ id, name: "Trial", enabled: true }];
  assert.deepEqual((await apps.getPlugins({ app, preview: true })).plugins, added);
  assert.deepEqual((await apps.getPlugins({ app })).plugins, []);
  await deploy(app);
  assert.deepEqual((await apps.getPlugins({ app, lang: "en" })).plugins, added);
});

await step("tells which apps use a plug-in", async () => {
  assert.deepEqual((await plugins.getApps({ id })).apps, [{ id: app, name: "Plugged" }]);
});

await step("uninstalls a plug-in", async () => {
  assert.deepEqual(await plugins.uninstallPlugin({ id }), {});
  assert.deepEqual((await plugins.getPlugins({})).plugins, []);
  await refusal(plugins.uninstallPlugin({ id }));
});

await step("lists the plug-ins that apps ask for and nobody has installed", async () => {
  assert.deepEqual((await plugins.getRequiredPlugins({})).plugins, [{ id, name: "Trial", isMarketPlugin: false }]);
});
