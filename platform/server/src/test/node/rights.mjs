// Who may do what in an app, how its records move from status to status, and who is told: settings being edited.
import assert from "node:assert/strict";
import { appOf, byPassword, deploy, refusal, step, text, username } from "./harness.mjs";

const { app: apps, record: records } = byPassword;
const preview = true;
const me = { type: "USER", code: username };
const everyone = { type: "GROUP", code: "everyone" };
let app;

await step("makes an app for rights, statuses and notices", async () => {
  const staff = { type: "USER_SELECT", code: "Staff", label: "Staff" };
  app = await appOf("Rights", { ...text("Name"), ...text("Secret"), Staff: staff, Due: { type: "DATE", code: "Due", label: "Due" } });
});

await step("gives rights on the app", async () => {
  const may = { appEditable: true, recordViewable: true, recordAddable: true, recordEditable: true, recordDeletable: true, recordImportable: true, recordExportable: true };
  const rights = [{ entity: me, includeSubs: false, ...may }, { entity: everyone, recordViewable: true }];
  await apps.updateAppAcl({ app, rights });
  const read = (await apps.getAppAcl({ app, preview })).rights;
  assert.deepEqual(read[0], rights[0]);
  assert.equal(read[1].recordViewable, true);
  assert.equal(read[1].recordAddable, false);
  const nobody = { entity: { type: "USER", code: "nobody" }, appEditable: true };
  assert.equal((await refusal(apps.updateAppAcl({ app, rights: [nobody] }))).status, 400);
});

await step("gives rights on records", async () => {
  const entities = [{ entity: { type: "FIELD_ENTITY", code: "Staff" }, viewable: true, editable: false, deletable: false, includeSubs: false }];
  await apps.updateRecordAcl({ app, rights: [{ filterCond: 'Name = "closed"', entities }] });
  const [read] = (await apps.getRecordAcl({ app, preview, lang: "en" })).rights;
  assert.equal(read.filterCond, 'Name = "closed"');
  assert.deepEqual(read.entities, entities);
});

await step("gives rights on fields", async () => {
  const entities = [{ accessibility: "WRITE", entity: me, includeSubs: false }];
  await apps.updateFieldAcl({ app, rights: [{ code: "Secret", entities }] });
  assert.deepEqual((await apps.getFieldAcl({ app, preview })).rights, [{ code: "Secret", entities }]);
  assert.deepEqual((await apps.getFieldAcl({ app })).rights, []);
  await deploy(app);
  assert.deepEqual((await apps.getFieldAcl({ app })).rights[0].entities, entities);
});

await step("sets up a process", async () => {
  assert.equal((await apps.getProcessManagement({ app })).enable, false);
  await apps.updateProcessManagement({
    app,
    enable: true,
    states: {
      New: { name: "New", index: 0 },
      Checked: { name: "Checked", index: "1", assignee: { type: "ONE", entities: [{ entity: me, includeSubs: false }] } },
    },
    actions: [{ name: "Check", from: "New", to: "Checked", filterCond: 'Name != ""' }],
  });
  const read = await apps.getProcessManagement({ app, preview });
  assert.equal(read.enable, true);
  assert.deepEqual(Object.keys(read.states), ["New", "Checked"]);
  assert.equal(read.states.Checked.assignee.entities[0].entity.code, username);
  assert.deepEqual(read.actions, [{ name: "Check", from: "New", to: "Checked", filterCond: 'Name != ""', type: "PRIMARY" }]);
  await deploy(app);
});

await step("moves a record", async () => {
  const { id } = await records.addRecord({ app, record: { Name: { value: "case" } } });
  const moved = await records.updateRecordStatus({ app, id, action: "Check", assignee: username });
  assert.equal(moved.revision, "3");
  assert.equal((await records.getRecord({ app, id })).record.Status.value, "Checked");
});

await step("assigns a record", async () => {
  const { id } = await records.addRecord({ app, record: { Name: { value: "assigned" } } });
  assert.deepEqual(await records.updateRecordAssignees({ app, id, assignees: [username] }), { revision: "2" });
});

await step("moves several records, all or none", async () => {
  const { ids } = await records.addRecords({ app, records: [{ Name: { value: "one" } }, { Name: { value: "two" } }] });
  const action = { action: "Check", assignee: username };
  await refusal(records.updateRecordsStatus({ app, records: [{ id: ids[0], ...action }, { id: 99999, ...action }] }));
  const moved = await records.updateRecordsStatus({ app, records: ids.map((id) => ({ id, ...action })) });
  assert.deepEqual(moved.records, ids.map((id) => ({ id, revision: "3" })));
});

await step("reads whom an app tells in general", async () => {
  assert.equal(typeof (await apps.getGeneralNotifications({ app })).notifyToCommenter, "boolean");
});

await step("says whom an app tells in general", async () => {
  const row = { entity: me, includeSubs: false, recordAdded: true, recordEdited: false, commentAdded: true, statusChanged: false, fileImported: false };
  await apps.updateGeneralNotifications({ app, notifications: [row], notifyToCommenter: false });
  const read = await apps.getGeneralNotifications({ app, preview });
  assert.deepEqual(read.notifications, [row]);
  assert.equal(read.notifyToCommenter, false);
});

await step("reads whom an app tells of a record", async () => {
  assert.deepEqual((await apps.getPerRecordNotifications({ app })).notifications, []);
});

await step("says whom an app tells of a record", async () => {
  const row = { filterCond: 'Name = "urgent"', title: "Urgent", targets: [{ entity: { type: "FIELD_ENTITY", code: "Staff" }, includeSubs: false }] };
  await apps.updatePerRecordNotifications({ app, notifications: [row] });
  assert.deepEqual((await apps.getPerRecordNotifications({ app, preview, lang: "en" })).notifications, [row]);
});

await step("reads of what an app reminds", async () => {
  assert.deepEqual((await apps.getReminderNotifications({ app })).notifications, []);
});

await step("says of what an app reminds", async () => {
  const row = { timing: { code: "Due", daysLater: "-1", time: "09:00" }, filterCond: "", title: "Soon", targets: [{ entity: me, includeSubs: false }] };
  await apps.updateReminderNotifications({ app, notifications: [row], timezone: "Asia/Tokyo" });
  const read = await apps.getReminderNotifications({ app, preview });
  assert.deepEqual(read.notifications, [row]);
  assert.equal(read.timezone, "Asia/Tokyo");
  await deploy(app);
  assert.equal((await apps.getReminderNotifications({ app })).notifications.length, 1);
});
