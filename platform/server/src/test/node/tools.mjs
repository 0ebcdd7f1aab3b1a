// kintone's command-line tools, unmodified, as processes: records by CSV with attachments and tables, scripts of an
// app, type declarations. (Plug-ins: plugins.mjs.)
import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { apiToken, app, appOf, baseUrl, byPassword, clientOf, deploy, password, step, text, username } from "./harness.mjs";
import { cli, inFolder, run, succeed, succeedInBytes } from "./processes.mjs";

const byName = ["--base-url", baseUrl, "--username", username, "--password", password];
const byApiToken = ["--base-url", baseUrl, "--api-token", apiToken];
const line = (...cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",") + "\n";
const columns = ["Key", "Text", "Number", "Check", "Who", "File", "Table", "Item", "Price"];
const exported = () =>
  cli("record", "export", ...byName, "--app", app, "--condition", 'Key like "cli-"', "--order-by", "Key asc", "--fields", columns.slice(0, 7).join(","));
const rowsOf = (csv) => csv.trim().split("\n").length;

await step("cli: imports records with attachments and tables", async () => {
  await mkdir(inFolder("in", "deep"), { recursive: true });
  await writeFile(inFolder("in", "deep", "資料.txt"), "content");
  const record = ["cli-1", "日本語", "12.5", "One\nTwo", username, "deep/資料.txt"];
  const csv = line("*", ...columns)
    + line("*", ...record, "", "Pen", "100")
    + line("", ...record, "", "Ink", "200")
    + line("*", "cli-2", "two", "", "", "", "", "", "Cup", "");
  await writeFile(inFolder("in.csv"), csv);
  await cli("record", "import", ...byName, "--app", app, "--file-path", "in.csv", "--attachments-dir", "in");
  const { records } = await byPassword.record.getRecords({ app, query: 'Key like "cli-" order by Key asc' });
  assert.deepEqual(records.map((one) => one.Text.value), ["日本語", "two"]);
  assert.deepEqual(records[0].Check.value, ["One", "Two"]);
  assert.deepEqual(records[0].Table.value.map((row) => row.value.Item.value), ["Pen", "Ink"]);
  const [{ fileKey, name }] = records[0].File.value;
  assert.equal(name, "資料.txt");
  assert.equal(Buffer.from(await byPassword.file.downloadFile({ fileKey })).toString(), "content");
});

await step("cli: exports records with attachments and tables", async () => {
  const csv = await cli("record", "export", ...byApiToken, "--app", app, "--condition", 'Key like "cli-"', "--attachments-dir", "out");
  assert.match(csv, /"日本語"/);
  assert.match(csv, /"conformance-\d+"/);
  const [saved] = (await readdir(inFolder("out"), { recursive: true })).filter((path) => path.endsWith(".txt"));
  assert.match(saved, /資料\.txt$/);
  assert.equal(await readFile(inFolder("out", saved), "utf8"), "content");
  assert.equal(rowsOf(csv.replaceAll(/"[^"]*"/g, "x")), 4, csv);
});

await step("cli: changes records by key, keeps their rows and adds what is new", async () => {
  const rows = (await byPassword.record.getRecords({ app, query: 'Key = "cli-1"' })).records[0].Table.value;
  await writeFile(inFolder("change.csv"), line("*", "Key", "Text", "Table", "Item", "Price")
    + line("*", "cli-1", "changed", rows[0].id, "Pen", "150")
    + line("*", "cli-3", "new", "", "Box", "1"));
  await cli("record", "import", ...byName, "--app", app, "--file-path", "change.csv", "--update-key", "Key");
  const { records } = await byPassword.record.getRecords({ app, query: 'Key like "cli-" order by Key asc' });
  assert.deepEqual(records.map((one) => one.Text.value), ["changed", "two", "new"]);
  assert.deepEqual(records[0].Table.value.map((row) => [row.id, row.value.Price.value]), [[rows[0].id, "150"]]);
  assert.equal(records[0].File.value.length, 1);
});

await step("cli: changes records by number and adds rows that have none", async () => {
  const [first] = (await byPassword.record.getRecords({ app, query: 'Key = "cli-2"' })).records;
  await writeFile(inFolder("number.csv"), line("Record_number", "Key", "Text")
    + line(first.Record_number.value, "cli-2", "by number") + line("", "cli-4", "without") + line("", "cli-5", "without"));
  await cli("record", "import", ...byName, "--app", app, "--file-path", "number.csv", "--update-key", "Record_number");
  const { records } = await byPassword.record.getRecords({ app, query: 'Key like "cli-" order by Key asc' });
  assert.deepEqual(records.map((one) => one.Text.value), ["changed", "by number", "new", "without", "without"]);
  assert.equal(records[1].$id.value, first.$id.value);
  assert.ok(Number(records[3].$id.value) < 1e9, "the number the tool makes up is not taken");
});

await step("cli: exports as a Japanese spreadsheet reads it", async () => {
  const fields = ["--condition", 'Key = "cli-1"', "--fields", "Key,Memo", "--encoding", "sjis"];
  await byPassword.record.updateRecord({ app, updateKey: { field: "Key", value: "cli-1" }, record: { Memo: { value: "見守り" } } });
  const csv = await succeedInBytes("cli-kintone", "record", "export", ...byName, "--app", app, ...fields);
  assert.match(new TextDecoder("shift_jis").decode(csv), /"cli-1","見守り"/);
});

await step("cli: says what is wrong with a record and imports none", async () => {
  await writeFile(inFolder("bad.csv"), line("Key", "Text") + line("cli-8", "fine") + line("cli-9", "x".repeat(21)));
  const { status, text: said } = await run("cli-kintone", "record", "import", ...byName, "--app", app, "--file-path", "bad.csv");
  assert.notEqual(status, 0);
  assert.match(said, /\[400\] \[CB_VA01\]/);
  assert.equal((await byPassword.record.getRecords({ app, query: 'Key = "cli-8"' })).records.length, 0);
});

await step("cli: deletes the records of a file", async () => {
  const { records } = await byPassword.record.getRecords({ app, query: 'Key like "cli-" order by Key asc' });
  await writeFile(inFolder("gone.csv"), line("Record_number") + records.slice(1).map((one) => line(one.Record_number.value)).join(""));
  await cli("record", "delete", ...byApiToken, "--app", app, "--yes", "--file-path", "gone.csv");
  assert.equal(rowsOf((await exported()).replaceAll(/"[^"]*"/g, "x")), 2);
});

let scripted;
const manifest = (own) => ({ app: scripted, scope: "ALL", desktop: { js: ["https://example.org/a.js", own], css: [] }, mobile: { js: [], css: [] } });

await step("cli: applies and exports the scripts of an app", async () => {
  scripted = await appOf("Scripted", text("Name"));
  await writeFile(inFolder("own.js"), "console.log('own');");
  await writeFile(inFolder("apply.json"), JSON.stringify(manifest("own.js")));
  await cli("customize", "apply", ...byName, "--app", scripted, "--input", "apply.json", "--yes");
  const { desktop, scope } = await byPassword.app.getAppCustomize({ app: scripted });
  assert.equal(scope, "ALL");
  assert.deepEqual(desktop.js.map((one) => one.url ?? one.file.name), ["https://example.org/a.js", "own.js"]);
  await cli("customize", "export", ...byName, "--app", scripted, "--output", "exported/customize-manifest.json", "--yes");
  const [saved] = (await readdir(inFolder("exported"), { recursive: true })).filter((path) => path.endsWith("own.js"));
  assert.equal(await readFile(inFolder("exported", saved), "utf8"), "console.log('own');");
});

await step("customize-uploader: uploads and imports the scripts of an app", async () => {
  await writeFile(inFolder("up.js"), "console.log('up');");
  await writeFile(inFolder("upload.json"), JSON.stringify(manifest("up.js")));
  await succeed("kintone-customize-uploader", ...byName, "--lang", "en", "upload.json");
  const { desktop } = await byPassword.app.getAppCustomize({ app: scripted });
  assert.equal(desktop.js[1].file.name, "up.js");
  await succeed("kintone-customize-uploader", "import", ...byName, "--lang", "en", "--dest-dir", "down", "upload.json");
  const [saved] = (await readdir(inFolder("down"), { recursive: true })).filter((path) => path.endsWith("up.js"));
  assert.equal(await readFile(inFolder("down", saved), "utf8"), "console.log('up');");
});

await step("dts-gen: declares the types of an app's fields", async () => {
  await succeed("kintone-dts-gen", ...byApiToken, "--app-id", app, "--type-name", "Conformance", "-o", "live.d.ts");
  const live = await readFile(inFolder("live.d.ts"), "utf8");
  for (const part of ["interface Conformance ", "Text: kintone.fieldTypes.SingleLineText", "Table: {", "Price: kintone.fieldTypes.Number", "$id: kintone.fieldTypes.Id"]) {
    assert.ok(live.includes(part), `${part} in ${live}`);
  }
  await byPassword.app.addFormFields({ app: scripted, properties: text("Edited") });
  await succeed("kintone-dts-gen", ...byName, "--app-id", scripted, "--preview", "-o", "edited.d.ts");
  assert.match(await readFile(inFolder("edited.d.ts"), "utf8"), /Edited: kintone\.fieldTypes\.SingleLineText/);
  await deploy(scripted);
});

await step("cli, dts-gen: work in a guest space by its address only", async () => {
  const members = [{ entity: { type: "USER", code: username }, isAdmin: true }];
  const { id: space } = await byPassword.space.addSpaceFromTemplate({ id: 1, name: "Outside", members, isGuest: true });
  const inside = clientOf({ username, password }, { guestSpaceId: space });
  const { app: guests } = await inside.app.addApp({ name: "Outside", space });
  await inside.app.addFormFields({ app: guests, properties: text("Name") });
  await inside.app.deployApp({ apps: [{ app: guests }] });
  assert.equal((await inside.app.getDeployStatus({ apps: [guests] })).apps[0].status, "SUCCESS");
  await writeFile(inFolder("guest.csv"), line("Name") + line("from outside"));
  const ofApp = [...byName, "--app", guests];
  await cli("record", "import", ...ofApp, "--guest-space-id", space, "--file-path", "guest.csv");
  assert.match(await cli("record", "export", ...ofApp, "--guest-space-id", space), /"from outside"/);
  const refused = await run("cli-kintone", "record", "export", ...ofApp);
  assert.notEqual(refused.status, 0);
  assert.match(refused.text, /guest-space-id/);
  await succeed("kintone-dts-gen", ...byName, "--app-id", guests, "--guest-space-id", space, "-o", "guest.d.ts");
  assert.match(await readFile(inFolder("guest.d.ts"), "utf8"), /Name: kintone\.fieldTypes\.SingleLineText/);
});
