// Apps made and changed through their settings being edited: form, layout, views, general settings, notes, scripts,
// graphs, actions; deploying, giving up and counting.
import assert from "node:assert/strict";
import { app as seeded, appOf, byPassword, deploy, refusal, step, text, username } from "./harness.mjs";

const { app: apps, record: records, file: files } = byPassword;
const preview = true;
let app;

await step("makes an app, gives it fields and deploys it", async () => {
  const made = await apps.addApp({ name: "Settings" });
  app = made.app;
  assert.match(made.revision, /^\d+$/);
  assert.equal((await refusal(apps.getApp({ id: app }))).code, "GAIA_AP01");
  const { revision } = await apps.addFormFields({
    app,
    revision: made.revision,
    properties: {
      ...text("Name", { required: "true", maxLength: 30, minLength: null, noLabel: "false" }),
      Count: { type: "NUMBER", code: "Count", label: "Count", unit: "h", unitPosition: "AFTER", minValue: "0" },
      Twice: { type: "CALC", code: "Twice", label: "Twice", expression: "Count * 2" },
      Day: { type: "DATE", code: "Day", label: "Day", defaultNowValue: true },
      Kind: { type: "DROP_DOWN", code: "Kind", label: "Kind", options: { A: { label: "A", index: 0 }, B: { label: "B", index: "1" } } },
      Staff: { type: "USER_SELECT", code: "Staff", label: "Staff", entities: [{ type: "GROUP", code: "everyone" }] },
      Rows: { type: "SUBTABLE", code: "Rows", label: "Rows", fields: { ...text("Cell") } },
      Box: { type: "GROUP", code: "Box", label: "Box", openGroup: false },
    },
  });
  assert.ok(Number(revision) > Number(made.revision));
  const { properties } = await apps.getFormFields({ app, preview });
  assert.equal(properties.Name.required, true);
  assert.equal(properties.Name.maxLength, "30");
  assert.deepEqual(properties.Kind.options.B, { label: "B", index: "1" });
  assert.deepEqual(properties.Staff.entities, [{ type: "GROUP", code: "everyone" }]);
  assert.equal(properties.Rows.fields.Cell.type, "SINGLE_LINE_TEXT");
  await deploy(app);
  assert.equal((await apps.getApp({ id: app })).name, "Settings");
  const added = await records.addRecord({ app, record: { Name: { value: "x" }, Count: { value: 3 } } });
  assert.equal((await records.getRecord({ app, id: added.id })).record.Twice.value, "6");
});

await step("changes, renames and deletes fields while the live app stays as it is", async () => {
  await apps.updateFormFields({
    app,
    properties: {
      Name: { type: "SINGLE_LINE_TEXT", code: "Title", label: "Title" },
      Kind: { type: "DROP_DOWN", options: { A: { label: "First", index: 0 }, C: { label: "C", index: 1 }, B: { label: "B", index: 2 } } },
    },
  });
  const deleted = await apps.deleteFormFields({ app, fields: ["Day"] });
  assert.deepEqual(Object.keys(deleted), ["revision"]);
  const { properties } = await apps.getFormFields({ app, preview });
  assert.equal(properties.Title.required, true);
  assert.equal(properties.Name, undefined);
  assert.equal(properties.Day, undefined);
  assert.deepEqual(Object.keys(properties.Kind.options).sort(), ["B", "C", "First"]);
  assert.equal((await apps.getFormFields({ app })).properties.Name.label, "Name");
  await deploy(app);
  const [record] = (await records.getRecords({ app })).records;
  assert.equal(record.Title.value, "x");
  assert.equal((await refusal(apps.updateFormFields({ app, revision: 1, properties: text("Title") }))).status, 409);
  assert.equal((await refusal(apps.addFormFields({ app, properties: text("Title") }))).code, "CB_VA01");
});

await step("arranges the form", async () => {
  const layout = [
    { type: "ROW", fields: [{ type: "LABEL", label: "<b>Here</b>", size: { width: 100 } }, { type: "SINGLE_LINE_TEXT", code: "Title", size: { width: "250" } }] },
    { type: "SUBTABLE", code: "Rows", fields: [{ type: "SINGLE_LINE_TEXT", code: "Cell", size: { width: "120" } }] },
    { type: "GROUP", code: "Box", layout: [{ type: "ROW", fields: [{ type: "NUMBER", code: "Count", size: { width: "90" } }] }] },
  ];
  await apps.updateFormLayout({ app, layout });
  const read = (await apps.getFormLayout({ app, preview })).layout;
  assert.deepEqual(read[0].fields[1], { type: "SINGLE_LINE_TEXT", code: "Title", size: { width: "250" } });
  assert.deepEqual(read[1], layout[1]);
  assert.deepEqual(read[2], layout[2]);
});

await step("names views by number and keeps the number of one that is renamed", async () => {
  const made = await apps.updateViews({
    app,
    views: {
      Many: { index: 0, type: "LIST", name: "Many", fields: ["Title", "Count"], filterCond: "Count >= 1", sort: "Count desc" },
      Made: { index: 1, type: "CALENDAR", name: "Made", date: "Created_datetime", title: "Title" },
    },
  });
  assert.match(made.views.Many.id, /^\d+$/);
  const renamed = await apps.updateViews({ app, views: { Many: { index: 0, type: "LIST", name: "Most", fields: ["Title"], filterCond: "Count >= 2" } } });
  assert.equal(renamed.views.Most.id, made.views.Many.id);
  const { views } = await apps.getViews({ app, preview });
  assert.deepEqual(Object.keys(views), ["Most"]);
  assert.equal(views.Most.filterCond, "Count >= 2");
  const wrong = { Bad: { index: 0, type: "LIST", name: "Bad", filterCond: 'Nothing = "1"' } };
  assert.equal((await refusal(apps.updateViews({ app, views: wrong }))).status, 400);
});

await step("changes the general settings that are given and takes a picture as icon", async () => {
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=", "base64");
  const { fileKey } = await files.uploadFile({ file: { name: "icon.png", data: png } });
  await apps.updateAppSettings({
    app, name: "Set", description: "<b>told</b>", theme: "GREEN", icon: { type: "FILE", file: { fileKey } },
    titleField: { selectionMode: "MANUAL", code: "Title" }, numberPrecision: { digits: 12, decimalPlaces: 2, roundingMode: "UP" },
    firstMonthOfFiscalYear: 1, enableBulkDeletion: true,
  });
  const set = await apps.getAppSettings({ app, preview });
  assert.equal(set.name, "Set");
  assert.equal(set.icon.type, "FILE");
  assert.deepEqual(Object.keys(set.icon.file).sort(), ["contentType", "fileKey", "name", "size"]);
  assert.deepEqual(set.titleField, { selectionMode: "MANUAL", code: "Title" });
  assert.deepEqual(set.numberPrecision, { digits: "12", decimalPlaces: "2", roundingMode: "UP" });
  assert.equal(set.firstMonthOfFiscalYear, "1");
  assert.equal(set.enableBulkDeletion, true);
  assert.equal(set.enableComments, true);
  assert.equal((await apps.getAppSettings({ app })).name, "Settings");
});

await step("gives up what is being edited", async () => {
  assert.deepEqual(await apps.deployApp({ apps: [{ app }], revert: true }), {});
  assert.equal((await apps.getAppSettings({ app, preview })).name, "Settings");
});

await step("keeps notes for who manages the app", async () => {
  await apps.updateAdminNotes({ app, content: "<b>note</b>", includeInTemplateAndDuplicates: true });
  const notes = await apps.getAdminNotes({ app, preview });
  assert.equal(notes.content, "<b>note</b>");
  assert.equal(notes.includeInTemplateAndDuplicates, true);
  assert.equal((await apps.getAdminNotes({ app })).content, "");
});

await step("keeps scripts and links and answers them", async () => {
  const { fileKey } = await files.uploadFile({ file: { name: "own.js", data: "console.log(1);" } });
  const url = "https://example.org/style.css";
  await apps.updateAppCustomize({
    app, scope: "ADMIN", desktop: { js: [{ type: "FILE", file: { fileKey } }], css: [{ type: "URL", url }] }, mobile: { js: [], css: [] },
  });
  const read = await apps.getAppCustomize({ app, preview });
  assert.equal(read.scope, "ADMIN");
  assert.deepEqual(read.desktop.css, [{ type: "URL", url }]);
  assert.equal(read.desktop.js[0].file.name, "own.js");
  assert.equal(Buffer.from(await files.downloadFile({ fileKey: read.desktop.js[0].file.fileKey })).toString(), "console.log(1);");
  await apps.updateAppCustomize({ app, desktop: { js: [read.desktop.js[0]], css: [] } });
  await deploy(app);
  assert.equal((await apps.getAppCustomize({ app })).desktop.js[0].file.size, "15");
});

await step("reads graphs", async () => {
  assert.deepEqual(await apps.getReports({ app: seeded }).then((read) => read.reports), {});
});

await step("keeps graphs with their numbers", async () => {
  const reports = {
    "By kind": {
      index: 0, name: "By kind", chartType: "BAR", chartMode: "NORMAL", groups: [{ code: "Kind" }], aggregations: [{ type: "SUM", code: "Count" }],
      filterCond: "Count > 0", sorts: [{ by: "TOTAL", order: "DESC" }],
      periodicReport: { active: true, period: { every: "WEEK", dayOfWeek: "MONDAY", time: "09:00" } },
    },
  };
  const made = await apps.updateReports({ app, reports });
  assert.match(made.reports["By kind"].id, /^\d+$/);
  const read = (await apps.getReports({ app, preview })).reports["By kind"];
  assert.deepEqual(read, { ...reports["By kind"], id: made.reports["By kind"].id, index: "0" });
});

await step("reads actions", async () => {
  assert.deepEqual((await apps.getAppActions({ app: seeded })).actions, {});
});

await step("keeps actions with their numbers", async () => {
  const destination = await appOf("Destination", { ...text("Copy"), ...text("From") });
  const actions = {
    Hand: {
      index: 0, name: "Hand", destApp: { app: destination }, entities: [{ type: "GROUP", code: "everyone" }], filterCond: "",
      mappings: [{ srcType: "FIELD", srcField: "Title", destField: "Copy" }, { srcType: "RECORD_URL", destField: "From" }],
    },
  };
  const made = await apps.updateAppActions({ app, actions });
  assert.match(made.actions.Hand.id, /^\d+$/);
  const read = (await apps.getAppActions({ app, preview })).actions.Hand;
  assert.equal(read.destApp.app, destination);
  assert.deepEqual(read.mappings, actions.Hand.mappings);
});

await step("makes an app in a space and counts apps", async () => {
  const members = [{ entity: { type: "USER", code: username }, isAdmin: true }];
  const space = await byPassword.space.addSpaceFromTemplate({ id: 2, name: "Of apps", members });
  const made = await apps.addApp({ name: "Inside", space: space.id });
  await deploy(made.app);
  assert.equal((await apps.getApp({ id: made.app })).spaceId, space.id);
  const counted = (await apps.getStatistics({ limit: 100 })).apps.find((one) => one.id === app);
  assert.equal(counted.recordCount, "1");
  assert.match(counted.storageUsage, /^\d+$/);
});

await step("finds records over all apps", async () => {
  await records.addRecord({ app, record: { Title: { value: "needle" } } });
  const { hits, nextPageToken } = await byPassword.search({ query: [{ operator: "AND", keywords: ["needle"] }], limit: 5 });
  assert.equal(hits.length, 1);
  assert.equal(hits[0].type, "RECORD");
  assert.equal(hits[0].record.appId, app);
  assert.equal(nextPageToken, null);
  assert.equal(byPassword.getBaseUrl(), process.env.BASE_URL);
});
