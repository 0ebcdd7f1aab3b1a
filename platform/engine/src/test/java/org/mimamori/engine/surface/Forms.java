package org.mimamori.engine.surface;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mimamori.engine.surface.Plain.App;
import org.mimamori.engine.surface.Plain.AppRow;
import org.mimamori.engine.surface.Plain.Ask;
import org.mimamori.engine.surface.Plain.Block;
import org.mimamori.engine.surface.Plain.FieldRow;
import org.mimamori.engine.surface.Plain.Move;
import org.mimamori.engine.surface.Plain.RecordRow;
import org.mimamori.engine.surface.Plain.Who;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The two linked apps' definitions: {@code home} with what is related to it, {@code visit} with a lookup into it. */
public final class Forms {

    public static final String HOME = "home";
    public static final String VISIT = "visit";
    public static final String CREATOR = "Created_by";
    static final String STATUS = "Status";
    static final String ASSIGNEE = "Assignee";

    /** Fields of a record's own data, which no form has to show. */
    public static final Set<String> OWN = Set.of(CREATOR, STATUS, ASSIGNEE);

    /** In form order. */
    static final List<String> COMMON =
            List.of("title", "secret", "amount", "kind", "lead", "team", "circle", "rows", "paper");

    /** Fields that hold people, which rows of rights can name. */
    static final List<String> PEOPLE = List.of("lead", "team", "circle", CREATOR);

    static final Set<String> TEXTS = Set.of("title", "secret", "paper", "child", "copied", "rows");

    /** When a record has come to meet this, everybody who may know is told. */
    static final Ask CROSSED = new Ask(
            "amount > 2 and secret is not empty",
            Set.of("amount", "secret"),
            (person, values) ->
                    values.get("amount") instanceof Integer amount && amount > 2 && values.containsKey("secret"));

    /** Of records that meet this, those whom {@link #REMINDERS} name are reminded. */
    static final Ask REMINDED = new Ask(
            "kind in (\"a\", \"b\")",
            Set.of("kind"),
            (person, values) ->
                    values.containsKey("kind") && !values.get("kind").equals("c"));

    static final List<Who> REMINDERS = List.of(
            new Who("FIELD_ENTITY", "lead", false),
            new Who("FIELD_ENTITY", "team", true),
            new Who("GROUP", "g0", false));

    /** What may be done about a visit: by the assignees, or by whom {@link #SEIZERS} names. */
    static final List<Move> MOVES = List.of(
            new Move(
                    "start",
                    "open",
                    "doing",
                    new Ask(
                            "amount > 0",
                            Set.of("amount"),
                            (person, values) -> values.get("amount") instanceof Integer amount && amount > 0),
                    false),
            new Move("finish", "doing", "done", Dice.everything(), false),
            new Move("reopen", "done", "open", Dice.everything(), false),
            new Move("seize", "doing", "open", Dice.everything(), true));

    static final Who SEIZERS = new Who("GROUP", "g0", false);

    /** Who is to act on a visit being done; in the other statuses, nobody in particular. */
    static final List<Who> DOING =
            List.of(new Who("FIELD_ENTITY", "lead", false), new Who("FIELD_ENTITY", "team", true));

    /** Where webhooks send, before the reader's code. */
    static final String HOOK = "https://hook.example.jp/";

    private static final JsonMapper JSON = JsonMapper.shared();

    private Forms() {}

    /** Fields of which records hold a value. */
    public static List<String> held(String app) {
        return Stream.concat(
                        COMMON.stream(), app.equals(HOME) ? Stream.of(CREATOR) : Stream.of("child", "copied", CREATOR))
                .toList();
    }

    /** Fields that rights can be given on. */
    public static List<String> restrictable(String app) {
        return app.equals(HOME)
                ? List.of("title", "secret", "amount", "kind", "lead", "rows", "paper", "visits", CREATOR)
                : List.of(
                        "title", "secret", "amount", "kind", "lead", "rows", "paper", "child", "copied", STATUS,
                        ASSIGNEE, CREATOR);
    }

    public static ObjectNode json(App app) {
        boolean home = app.code().equals(HOME);
        ObjectNode json = JSON.createObjectNode()
                .put("code", app.code())
                .put("language", "en")
                .put("name", app.code());
        ObjectNode fields = json.putObject("fields");
        field(fields, "title", "SINGLE_LINE_TEXT").put("unique", home);
        field(fields, "secret", "SINGLE_LINE_TEXT");
        field(fields, "amount", "NUMBER");
        ObjectNode options = field(fields, "kind", "DROP_DOWN").putObject("options");
        for (int i = 0; i < Dice.KINDS.size(); i++) {
            options.putObject(Dice.KINDS.get(i)).put("label", Dice.KINDS.get(i)).put("index", Integer.toString(i));
        }
        field(fields, "lead", "USER_SELECT");
        field(fields, "team", "ORGANIZATION_SELECT");
        field(fields, "circle", "GROUP_SELECT");
        field(field(fields, "rows", "SUBTABLE").putObject("fields"), "cell", "SINGLE_LINE_TEXT");
        field(fields, "paper", "FILE");
        if (home) {
            related(field(fields, "visits", "REFERENCE_TABLE"));
        } else {
            lookup(field(fields, "child", "SINGLE_LINE_TEXT"));
            field(fields, "copied", "SINGLE_LINE_TEXT");
            json.set("process", process());
        }
        if (home) {
            action(json.putObject("actions").putObject("visit"));
        }
        json.set("notifications", notifications());
        ArrayNode webhooks = json.putArray("webhooks");
        Dice.USERS.forEach(user -> webhook(webhooks.addObject(), user));
        json.set("permissions", permissions(app));
        return json;
    }

    private static ObjectNode process() {
        ObjectNode json = JSON.createObjectNode().put("enable", true);
        ObjectNode states = json.putObject("states");
        for (String name : List.of("open", "doing", "done")) {
            ObjectNode assignee = states.putObject(name)
                    .put("name", name)
                    .put("index", Integer.toString(states.size()))
                    .putObject("assignee")
                    .put("type", name.equals("doing") ? "ANY" : "ONE");
            ArrayNode entities = assignee.putArray("entities");
            (name.equals("doing") ? DOING : List.<Who>of()).forEach(who -> row(entities, who));
        }
        ArrayNode actions = json.putArray("actions");
        for (Move move : MOVES) {
            ObjectNode action = actions.addObject()
                    .put("name", move.name())
                    .put("from", move.from())
                    .put("to", move.to())
                    .put("filterCond", move.when().text());
            if (move.secondary()) {
                row(action.put("type", "SECONDARY").putObject("executableUser").putArray("entities"), SEIZERS);
            }
        }
        return json;
    }

    private static ObjectNode notifications() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode general = json.putObject("general").putArray("notifications").addObject();
        everyone(general);
        Stream.of("recordAdded", "recordEdited", "commentAdded", "statusChanged")
                .forEach(event -> general.put(event, true));
        ObjectNode crossing =
                json.putObject("perRecord").putArray("notifications").addObject();
        crossing.put("filterCond", CROSSED.text()).put("title", "crossed");
        everyone(crossing.putArray("targets").addObject());
        ObjectNode reminder =
                json.putObject("reminder").putArray("notifications").addObject();
        reminder.put("filterCond", REMINDED.text()).put("title", "reminded");
        reminder.putObject("timing")
                .put("code", "Updated_datetime")
                .put("daysLater", "0")
                .put("hoursLater", "1");
        ArrayNode targets = reminder.putArray("targets");
        for (Who who : REMINDERS) {
            row(targets, who);
        }
        return json;
    }

    private static void everyone(ObjectNode row) {
        row.putObject("entity").put("type", "GROUP").put("code", "everyone");
    }

    /** What happens in the app is sent to somebody, as far as that person may see it. */
    private static void webhook(ObjectNode webhook, String reader) {
        webhook.put("name", reader).put("url", HOOK + reader).put("reader", reader);
        ArrayNode events = webhook.putArray("events");
        Stream.of("ADD_RECORD", "UPDATE_RECORD", "DELETE_RECORD", "UPDATE_STATUS", "ADD_RECORD_COMMENT")
                .forEach(events::add);
    }

    private static ObjectNode field(ObjectNode fields, String code, String type) {
        return fields.putObject(code).put("type", type).put("code", code).put("label", code);
    }

    private static void related(ObjectNode field) {
        ObjectNode table = field.putObject("referenceTable");
        table.putObject("relatedApp").put("app", "").put("code", VISIT);
        table.putObject("condition").put("field", "title").put("relatedField", "child");
        table.putArray("displayFields").add("secret").add("amount");
        table.put("filterCond", "").put("sort", "amount asc").put("size", "50");
    }

    private static void lookup(ObjectNode field) {
        ObjectNode lookup = field.putObject("lookup");
        lookup.putObject("relatedApp").put("app", "").put("code", HOME);
        lookup.put("relatedKeyField", "title");
        lookup.putArray("fieldMappings").addObject().put("field", "copied").put("relatedField", "secret");
        lookup.putArray("lookupPickerFields").add("secret").add("kind");
        lookup.put("filterCond", "").put("sort", "amount desc");
    }

    /** A button on a home that opens the form of a visit. */
    private static void action(ObjectNode action) {
        action.putObject("destApp").put("code", VISIT);
        ArrayNode mappings = action.putArray("mappings");
        mappings.addObject().put("srcType", "FIELD").put("srcField", "secret").put("destField", "title");
        mappings.addObject().put("srcType", "FIELD").put("srcField", "kind").put("destField", "kind");
        action.putArray("entities").addObject().put("type", "GROUP").put("code", "everyone");
        action.put("filterCond", "amount > 2");
    }

    private static ObjectNode permissions(App app) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode rows = json.putObject("app").putArray("rights");
        for (AppRow row : app.rows()) {
            ObjectNode entry = row(rows, row.who());
            row.ticked().forEach(name -> entry.put(name, true));
        }
        ArrayNode blocks = json.putObject("record").putArray("rights");
        for (Block block : app.blocks()) {
            ArrayNode entities =
                    blocks.addObject().put("filterCond", block.when().text()).putArray("entities");
            for (RecordRow row : block.rows()) {
                row(entities, row.who())
                        .put("viewable", row.view())
                        .put("editable", row.edit())
                        .put("deletable", row.delete());
            }
        }
        ArrayNode fields = json.putObject("field").putArray("rights");
        for (Map.Entry<String, List<FieldRow>> right : new TreeMap<>(app.fields()).entrySet()) {
            ArrayNode entities = fields.addObject().put("code", right.getKey()).putArray("entities");
            for (FieldRow row : right.getValue()) {
                row(entities, row.who()).put("accessibility", row.level());
            }
        }
        return json;
    }

    private static ObjectNode row(ArrayNode rows, Who who) {
        ObjectNode row = rows.addObject();
        ObjectNode entity = row.putObject("entity").put("type", who.type());
        if (!who.type().equals("CREATOR")) {
            entity.put("code", who.code());
        }
        return row.put("includeSubs", who.subs());
    }
}
