// Records, files, comments, apps, spaces and guests with kintone's own client, unmodified.
import assert from "node:assert/strict";
import { KintoneAllRecordsError } from "@kintone/rest-api-client";
import { apiToken, app, byPassword, byToken, clientOf, password, refusal, step, username } from "./harness.mjs";

const { record: records, app: apps, file: files } = byPassword;

const many = (count, prefix, more = {}) =>
  Array.from({ length: count }, (_, i) => ({ Key: { value: `${prefix}-${i}` }, Text: { value: `${i}` }, ...more }));

const full = {
  Key: { value: "full-1" },
  Text: { value: "日本語 𠮷" },
  Memo: { value: "one\ntwo" },
  Rich: { value: "<b>bold</b>" },
  Number: { value: "12.50" },
  Radio: { value: "B" },
  Drop: { value: "Y" },
  Check: { value: ["Two", "One"] },
  Multi: { value: ["Blue"] },
  Date: { value: "2026-04-01" },
  Time: { value: "08:30" },
  When: { value: "2026-04-01T09:00:00+09:00" },
  Link: { value: "https://example.org/" },
  Who: { value: [{ code: username }] },
  Group: { value: [{ code: "everyone" }] },
  Table: { value: [{ value: { Item: { value: "Pen" }, Price: { value: 100 } } }, { value: { Item: { value: "Ink" } } }] },
};
let id;

await step("adds a record and reads it back", async () => {
  const added = await records.addRecord({ app, record: full });
  assert.deepEqual(Object.keys(added).sort(), ["id", "revision"]);
  assert.equal(added.revision, "1");
  id = added.id;
  const { record } = await records.getRecord({ app, id });
  assert.deepEqual(record.$id, { type: "__ID__", value: id });
  assert.deepEqual(record.$revision, { type: "__REVISION__", value: "1" });
  assert.deepEqual(record.Text, { type: "SINGLE_LINE_TEXT", value: "日本語 𠮷" });
  assert.deepEqual(record.Memo, { type: "MULTI_LINE_TEXT", value: "one\ntwo" });
  assert.deepEqual(record.Rich, { type: "RICH_TEXT", value: "<b>bold</b>" });
  assert.deepEqual(record.Number, { type: "NUMBER", value: "12.5" });
  assert.deepEqual(record.Double, { type: "CALC", value: "25" });
  assert.deepEqual(record.Check, { type: "CHECK_BOX", value: ["One", "Two"] });
  assert.deepEqual(record.When, { type: "DATETIME", value: "2026-04-01T00:00:00Z" });
  assert.deepEqual(record.Who.value[0].code, username);
  assert.equal(typeof record.Who.value[0].name, "string");
  assert.deepEqual(record.Group.value[0].code, "everyone");
  assert.equal(record.Table.value.length, 2);
  assert.match(record.Table.value[0].id, /^\d+$/);
  assert.deepEqual(record.Table.value[0].value.Price, { type: "NUMBER", value: "100" });
  assert.deepEqual(record.Table.value[1].value.Price, { type: "NUMBER", value: "" });
});

await step("adds a record of defaults but for what is required", async () => {
  const added = await records.addRecord({ app, record: { Text: { value: "x" } } });
  const { record } = await records.getRecord({ app, id: added.id });
  assert.equal(record.Radio.value, "A");
  assert.equal(record.Drop.value, null);
  assert.equal(record.Date.value, null);
  assert.equal(record.When.value, "");
  assert.deepEqual(record.Check.value, []);
  assert.deepEqual(record.Table.value, []);
});

await step("changes a record at the revision it has read, and no later", async () => {
  assert.deepEqual(await records.updateRecord({ app, id, revision: 1, record: { Number: { value: 7 } } }), { revision: "2" });
  const conflict = await refusal(records.updateRecord({ app, id, revision: 1, record: { Number: { value: 8 } } }));
  assert.equal(conflict.status, 409);
  assert.equal(conflict.code, "GAIA_CO02");
  assert.equal((await records.getRecord({ app, id })).record.Number.value, "7");
});

await step("changes a record by key, keeps rows it names and drops the others", async () => {
  const { record } = await records.getRecord({ app, id });
  const row = record.Table.value[0].id;
  await records.updateRecord({
    app,
    updateKey: { field: "Key", value: "full-1" },
    record: { Table: { value: [{ id: row, value: { Price: { value: "120" } } }, { value: { Item: { value: "Cup" } } }] } },
  });
  const rows = (await records.getRecord({ app, id })).record.Table.value;
  assert.equal(rows.length, 2);
  assert.equal(rows[0].id, row);
  assert.equal(rows[0].value.Item.value, "Pen");
  assert.equal(rows[0].value.Price.value, "120");
  assert.equal(rows[1].value.Item.value, "Cup");
});

await step("upserts one record both ways", async () => {
  const updateKey = { field: "Key", value: "upsert-1" };
  const inserted = await records.upsertRecord({ app, updateKey, record: { Text: { value: "new" } } });
  assert.equal(inserted.revision, "1");
  const updated = await records.upsertRecord({ app, updateKey, record: { Text: { value: "old" } } });
  assert.deepEqual(updated, { id: inserted.id, revision: "2" });
});

await step("says where a record is wrong", async () => {
  const error = await refusal(records.addRecord({ app, record: { Text: { value: "x".repeat(21) }, Number: { value: "abc" } } }));
  assert.equal(error.status, 400);
  assert.equal(error.code, "CB_VA01");
  assert.deepEqual(Object.keys(error.errors).sort(), ["record.Text.value", "record[Number].value"]);
  assert.equal(typeof error.id, "string");
  const missing = await refusal(records.getRecord({ app, id: 999999 }));
  assert.equal(missing.status, 404);
  assert.equal(missing.code, "GAIA_RE01");
  const unknown = await refusal(records.getRecords({ app, query: 'Nothing = "x"' }));
  assert.equal(unknown.code, "GAIA_IQ11");
  const syntax = await refusal(records.getRecords({ app, query: "Text = 'x'" }));
  assert.equal(syntax.code, "CB_VA01");
  assert.deepEqual(Object.keys(syntax.errors), ["query"]);
});

await step("adds and changes several records at once", async () => {
  const { ids, revisions } = await records.addRecords({ app, records: many(3, "several") });
  assert.equal(ids.length, 3);
  assert.deepEqual(revisions, ["1", "1", "1"]);
  const changed = await records.updateRecords({
    app,
    records: [
      { id: ids[0], revision: 1, record: { Number: { value: 1 } } },
      { updateKey: { field: "Key", value: "several-1" }, record: { Number: { value: 2 } } },
    ],
  });
  assert.deepEqual(changed.records, [{ id: ids[0], revision: "2" }, { id: ids[1], revision: "2" }]);
  const upserted = await records.updateRecords({
    app,
    upsert: true,
    records: [
      { updateKey: { field: "Key", value: "several-2" }, record: { Number: { value: 3 } } },
      { updateKey: { field: "Key", value: "several-9" }, record: { Text: { value: "new" } } },
    ],
  });
  assert.deepEqual(upserted.records.map((r) => r.operation), ["UPDATE", "INSERT"]);
  await records.deleteRecords({ app, ids: [ids[0], ids[1]], revisions: [2, -1] });
  assert.equal((await records.getRecords({ app, query: 'Key like "several"', totalCount: true })).totalCount, "2");
});

await step("queries, projects, sorts, counts and pages", async () => {
  await records.addRecords({ app, records: Array.from({ length: 5 }, (_, i) => ({ Key: { value: `q-${i}` }, Text: { value: "query" }, Number: { value: i } })) });
  const page = await records.getRecords({ app, fields: ["Number", "$id"], query: 'Text = "query" and Number >= 1 order by Number desc limit 2 offset 1', totalCount: true });
  assert.equal(page.totalCount, "4");
  assert.deepEqual(page.records.map((r) => r.Number.value), ["3", "2"]);
  assert.deepEqual(Object.keys(page.records[0]).sort(), ["$id", "Number"]);
  assert.equal((await records.getRecords({ app, query: "limit 1" })).totalCount, null);
  assert.equal((await records.getRecords({ app, query: 'Check in ("Two") and Who in (LOGINUSER()) and Date = "2026-04-01"' })).records.length, 1);
  assert.equal((await records.getRecords({ app, query: 'Drop in ("") and Text = "query"' })).records.length, 5);
  assert.equal((await records.getRecords({ app, query: 'Item in ("Pen") and Price = "120"' }).catch((e) => e)).code, "GAIA_IQ07");
  assert.equal((await records.getRecords({ app, query: 'Item in ("Pen") and Price >= 120' })).records.length, 1);
  assert.equal((await records.getRecords({ app, query: `Created_datetime = TODAY() and $id = "${id}"` })).records.length, 1);
});

await step("sends a long query by POST", async () => {
  const query = `Key in ("q-0"${', "nothing"'.repeat(600)})`;
  assert.equal((await records.getRecords({ app, query })).records.length, 1);
});

await step("goes through all records by id, by offset and by cursor", async () => {
  const condition = 'Text = "query"';
  assert.equal((await records.getAllRecordsWithId({ app, condition })).length, 5);
  assert.equal((await records.getAllRecordsWithOffset({ app, condition, orderBy: "Number asc" })).length, 5);
  const all = await records.getAllRecordsWithCursor({ app, query: `${condition} order by Number desc`, fields: ["Number"] });
  assert.deepEqual(all.map((r) => r.Number.value), ["4", "3", "2", "1", "0"]);
  assert.equal((await records.getAllRecords({ app, condition, orderBy: "Number asc" })).length, 5);
});

await step("reads with a cursor page by page and gives it up", async () => {
  const cursor = await records.createCursor({ app, query: 'Text = "query" order by Number asc', size: 2 });
  assert.equal(cursor.totalCount, "5");
  const first = await records.getRecordsByCursor({ id: cursor.id });
  assert.deepEqual(first.records.map((r) => r.Number.value), ["0", "1"]);
  assert.equal(first.next, true);
  await records.deleteCursor({ id: cursor.id });
  assert.equal((await refusal(records.getRecordsByCursor({ id: cursor.id }))).code, "GAIA_CN01");
});

await step("adds, changes and deletes hundreds of records in bulk requests", async () => {
  const added = await records.addAllRecords({ app, records: many(250, "all") });
  assert.equal(added.records.length, 250);
  const changed = await records.updateAllRecords({ app, records: added.records.map((r) => ({ id: r.id, record: { Number: { value: 5 } } })) });
  assert.equal(changed.records.length, 250);
  await records.deleteAllRecords({ app, records: added.records.map((r) => ({ id: r.id })) });
  assert.equal((await records.getRecords({ app, query: 'Key like "all-"', totalCount: true })).totalCount, "0");
});

await step("leaves nothing of a bulk request that fails and says which record it was", async () => {
  const bad = many(150, "bad");
  bad[120] = { Key: { value: "bad-x" } };
  const error = await records.addAllRecords({ app, records: bad }).then(() => assert.fail("was not refused"), (e) => e);
  assert.ok(error instanceof KintoneAllRecordsError, String(error));
  assert.equal(error.error.bulkRequestIndex, 1);
  assert.equal(error.errorIndex, 120);
  assert.equal((await records.getRecords({ app, query: 'Key like "bad-"', totalCount: true })).totalCount, "0");
});

await step("sends different calls in one bulk request", async () => {
  const { results } = await byPassword.bulkRequest({
    requests: [
      { method: "POST", api: "/k/v1/record.json", payload: { app, record: { Key: { value: "bulk-1" }, Text: { value: "bulk" } } } },
      { method: "PUT", endpointName: "records", payload: { app, records: [{ updateKey: { field: "Key", value: "bulk-1" }, record: { Number: { value: 4 } } }] } },
    ],
  });
  assert.equal(results[0].revision, "1");
  assert.equal(results[1].records[0].revision, "2");
  const error = await refusal(byPassword.bulkRequest({
    requests: [
      { method: "POST", api: "/k/v1/record.json", payload: { app, record: { Key: { value: "bulk-2" }, Text: { value: "bulk" } } } },
      { method: "DELETE", api: "/k/v1/records.json", payload: { app, ids: [999999] } },
    ],
  }));
  assert.equal(error.bulkRequestIndex, 1);
  assert.equal(error.code, "GAIA_RE01");
  assert.equal((await records.getRecords({ app, query: 'Key = "bulk-2"' })).records.length, 0);
});

await step("writes, reads and deletes comments", async () => {
  const first = await records.addRecordComment({ app, record: id, comment: { text: "hello" } });
  const second = await records.addRecordComment({ app, record: id, comment: { text: "look", mentions: [{ code: username, type: "USER" }] } });
  const page = await records.getRecordComments({ app, record: id, order: "asc" });
  assert.deepEqual(page.comments.map((c) => c.id), [first.id, second.id]);
  assert.equal(page.comments[0].text.trimEnd(), "hello");
  assert.equal(page.comments[0].creator.code, username);
  assert.deepEqual(page.comments[1].mentions, [{ code: username, type: "USER" }]);
  assert.equal(page.older, false);
  assert.equal(page.newer, false);
  assert.equal((await records.getRecordComments({ app, record: id, limit: 1 })).older, true);
  await records.deleteRecordComment({ app, record: id, comment: first.id });
  assert.equal((await records.getRecordComments({ app, record: id })).comments.length, 1);
  assert.equal((await refusal(records.deleteRecordComment({ app, record: id, comment: 999 }))).code, "GAIA_RE02");
});

await step("uploads a file, attaches it and downloads it", async () => {
  const content = Buffer.from("添付ファイル\n".repeat(20000));
  const { fileKey } = await files.uploadFile({ file: { name: "資料 1.txt", data: content } });
  await records.updateRecord({ app, id, record: { File: { value: [{ fileKey }] } } });
  const [file] = (await records.getRecord({ app, id })).record.File.value;
  assert.deepEqual(Object.keys(file).sort(), ["contentType", "fileKey", "name", "size"]);
  assert.equal(file.name, "資料 1.txt");
  assert.equal(file.size, String(content.length));
  assert.ok(Buffer.from(await files.downloadFile({ fileKey: file.fileKey })).equals(content));
  const gone = await files.downloadFile({ fileKey: "nothing" }).then(() => assert.fail("was not refused"), (e) => e);
  assert.match(String(gone), /404|GAIA_BL01/);
});

await step("evaluates rights on records", async () => {
  const { rights } = await byPassword.app.evaluateRecordsAcl({ app, ids: [id] });
  assert.equal(rights[0].id, id);
  assert.deepEqual(rights[0].record, { viewable: true, editable: true, deletable: true });
  assert.deepEqual(rights[0].fields.Text, { viewable: true, editable: true });
});

await step("reads the app and finds it in the list", async () => {
  const found = await apps.getApp({ id: app });
  assert.equal(found.appId, app);
  assert.equal(found.code, "conformance");
  assert.match(found.createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.equal((await apps.getApps({ codes: ["conformance"], ids: null, name: null, limit: 5 })).apps[0].appId, app);
  assert.equal((await apps.getApps({ name: "CONFORM" })).apps.length, 1);
  assert.equal((await refusal(apps.getApp({ id: 99999 }))).code, "GAIA_AP01");
});

await step("reads the form, its layout, the views and the settings", async () => {
  const { properties, revision } = await apps.getFormFields({ app });
  assert.match(revision, /^\d+$/);
  assert.equal(properties.Table.fields.Price.type, "NUMBER");
  assert.deepEqual(Object.keys(properties.Number).sort(), ["code", "defaultValue", "digit", "displayScale", "label", "maxValue", "minValue", "noLabel", "required", "type", "unique", "unit", "unitPosition"]);
  assert.equal(properties.Radio.options.B.index, "1");
  assert.equal(properties.Box.type, "GROUP");
  assert.equal(properties.Record_number.type, "RECORD_NUMBER");
  assert.equal(properties.Status.enabled, true);
  const { layout } = await apps.getFormLayout({ app });
  assert.deepEqual(layout[0].fields.map((f) => f.type), ["LABEL", "SPACER", "HR"]);
  assert.deepEqual(layout[1].fields[1], { type: "MULTI_LINE_TEXT", code: "Memo", size: { width: "200", innerHeight: "100" } });
  assert.equal(layout[2].type, "SUBTABLE");
  assert.equal(layout[3].layout[0].fields[0].code, "Number");
  const { views } = await apps.getViews({ app });
  assert.deepEqual(views.All.fields, ["Key", "Text", "Number"]);
  assert.equal(views.Large.filterCond, "Number > 100");
  assert.equal(views.Days.date, "Date");
  assert.equal(views.Own.pager, false);
  const settings = await apps.getAppSettings({ app });
  assert.equal(settings.name, "Conformance");
  assert.deepEqual(settings.numberPrecision, { digits: "16", decimalPlaces: "4", roundingMode: "HALF_EVEN" });
});

await step("reads the rights of the app", async () => {
  assert.equal((await apps.getAppAcl({ app })).rights[0].appEditable, true);
  assert.equal((await apps.getRecordAcl({ app })).rights[0].filterCond, "Number < 0");
  assert.equal((await apps.getFieldAcl({ app })).rights[0].entities[0].accessibility, "WRITE");
});

await step("moves records through the process", async () => {
  const { enable, states, actions } = await apps.getProcessManagement({ app });
  assert.equal(enable, true);
  assert.deepEqual(Object.keys(states), ["Not started", "In progress", "Completed"]);
  assert.deepEqual(actions[2].executableUser.entities[0].entity, { type: "CREATOR", code: null });
  const made = await records.addRecord({ app, record: { Text: { value: "case" } } });
  assert.equal((await refusal(records.updateRecordStatus({ app, id: made.id, action: "Complete" }))).code, "GAIA_IL03");
  assert.equal((await refusal(records.updateRecordStatus({ app, id: made.id, action: "Start" }))).code, "GAIA_SA01");
  const moved = await records.updateRecordStatus({ app, id: made.id, action: "Start", assignee: username, revision: 1 });
  assert.equal(moved.revision, "3");
  const { record } = await records.getRecord({ app, id: made.id });
  assert.deepEqual(record.Status, { type: "STATUS", value: "In progress" });
  assert.equal(record.Assignee.value[0].code, username);
  assert.deepEqual(await records.updateRecordAssignees({ app, id: made.id, assignees: [] }), { revision: "4" });
  const all = await records.updateRecordsStatus({ app, records: [{ id: made.id, action: "Complete" }] });
  assert.deepEqual(all.records, [{ id: made.id, revision: "6" }]);
  const found = await records.getRecords({ app, query: `Status = "Completed" and $id = ${made.id}` });
  assert.equal(found.records.length, 1);
  await records.deleteRecords({ app, ids: [made.id] });
});

await step("works with an API token as far as the token goes", async () => {
  const added = await byToken.record.addRecord({ app, record: { Text: { value: "by token" } } });
  const { record } = await byToken.record.getRecord({ app, id: added.id });
  assert.equal(record.Created_by.value.code, "Administrator");
  await byToken.record.deleteRecords({ app, ids: [added.id] });
  await byToken.app.getFormFields({ app });
  assert.equal((await refusal(byToken.app.getApps({}))).code, "GAIA_NO01");
  const unknown = clientOf({ apiToken: [apiToken, "unknown"] });
  assert.equal((await refusal(unknown.record.getRecords({ app }))).code, "GAIA_IA02");
});

await step("refuses a wrong password and a guest space that does not exist", async () => {
  const wrong = clientOf({ username, password: "wrong" });
  const error = await refusal(wrong.record.getRecords({ app }));
  assert.equal(error.status, 401);
  assert.equal(error.code, "CB_WA01");
  const guest = clientOf({ username, password }, { guestSpaceId: 1 });
  const none = await refusal(guest.record.getRecords({ app }));
  assert.equal(none.status, 403);
  assert.equal(none.code, "CB_NO02");
});

const administrators = [{ entity: { type: "USER", code: username }, isAdmin: true }];

await step("makes a space, talks in it and takes it away", async () => {
  const { space: spaces } = byPassword;
  const made = await spaces.addSpaceFromTemplate({ id: 2, name: "Watch", members: administrators, isPrivate: true });
  const space = await spaces.getSpace({ id: made.id });
  assert.equal(space.name, "Watch");
  assert.equal(space.isPrivate, true);
  assert.equal(space.useMultiThread, true);
  assert.deepEqual(space.attachedApps, []);
  await spaces.updateSpace({ id: made.id, name: "Watching", permissions: { createApp: "ADMIN" } });
  await spaces.updateSpaceBody({ id: made.id, body: "<b>today</b>" });
  assert.equal((await spaces.getSpace({ id: made.id })).body, "<b>today</b>");
  await spaces.updateSpaceMembers({ id: made.id, members: administrators });
  const { members } = await spaces.getSpaceMembers({ id: made.id });
  assert.deepEqual(members, [{ entity: { type: "USER", code: username }, isAdmin: true, isImplicit: false }]);
  await spaces.updateThread({ id: space.defaultThread, name: "First", body: "<i>x</i>" });
  const { id: thread } = await spaces.addThread({ space: made.id, name: "Second" });
  const comment = { text: "hello", mentions: [{ code: username, type: "USER" }] };
  assert.deepEqual(await spaces.addThreadComment({ space: made.id, thread, comment }), { id: "1" });
  const { spaces: counted } = await spaces.getStatistics({});
  assert.equal(counted.find((one) => one.id === made.id).memberCount, "1");
  assert.deepEqual(await spaces.deleteSpace({ id: made.id }), {});
  assert.equal((await refusal(spaces.getSpace({ id: made.id }))).status, 404);
});

await step("moves an app and says where it is", async () => {
  const made = await byPassword.space.addSpaceFromTemplate({ id: 1, name: "Apps", members: administrators });
  await apps.move({ app, space: made.id });
  assert.equal((await apps.getApp({ id: app })).spaceId, made.id);
  assert.equal((await apps.getApps({ spaceIds: [made.id] })).apps.length, 1);
  await apps.move({ app, space: null });
  assert.equal((await apps.getApp({ id: app })).spaceId, null);
});

await step("lets a guest into a guest space by its address only", async () => {
  const { space: spaces } = byPassword;
  const code = "npo@example.org";
  await spaces.addGuests({
    guests: [{ name: "NPO", code, password: "a long password", timezone: "Asia/Tokyo", locale: "en" }],
  });
  const made = await spaces.addSpaceFromTemplate({ id: 1, name: "Guests", members: administrators, isGuest: true });
  assert.equal((await refusal(spaces.getSpace({ id: made.id }))).code, "GAIA_IL23");
  const inside = clientOf({ username, password }, { guestSpaceId: made.id });
  await inside.space.updateSpaceGuests({ id: made.id, guests: [code] });
  assert.equal((await inside.space.getSpace({ id: made.id })).isGuest, true);
  const auth = { username: code, password: "a long password" };
  const guest = clientOf(auth, { guestSpaceId: made.id });
  assert.deepEqual((await guest.app.getApps({})).apps, []);
  assert.equal((await refusal(guest.record.getRecords({ app }))).code, "GAIA_AP01");
  assert.deepEqual(await spaces.deleteGuests({ guests: [code] }), {});
  assert.equal((await refusal(guest.app.getApps({}))).code, "CB_WA01");
});

await step("deletes records, all or none", async () => {
  assert.equal((await refusal(records.deleteRecords({ app, ids: [id, 999999] }))).code, "GAIA_RE01");
  await records.getRecord({ app, id });
  assert.deepEqual(await records.deleteRecords({ app, ids: [id] }), {});
  assert.equal((await refusal(records.getRecord({ app, id }))).code, "GAIA_RE01");
});
