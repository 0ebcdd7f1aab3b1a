package org.mimamori.engine.app;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One edit of a preview: its JSON, which may be changed in place, and the names that changed, for what has a new name
 * keeps its number and its records.
 */
public final class DefinitionEdit {

    private final AppDefinition compiled;
    private final ObjectNode json;
    private final Map<FieldCode, String> fieldIds;
    private final Map<String, Long> viewIds;
    private final List<OptionRename> renames;
    private final List<DroppedField> dropped;
    private final ObjectNode before;
    private final EntityRef actor;
    private final Instant now;

    DefinitionEdit(StoredPreview before, AppDefinition compiled, EntityRef actor, Instant now) {
        this.compiled = compiled;
        this.actor = actor;
        this.before = before.app().json();
        this.now = now;
        this.dropped = new ArrayList<>(before.app().dropped());
        this.json = before.app().json().deepCopy();
        this.fieldIds = new HashMap<>(before.app().fieldIds());
        this.viewIds = new HashMap<>(before.app().viewIds());
        this.renames = new ArrayList<>(before.renames());
    }

    /** The definition, to be changed in place. */
    public ObjectNode json() {
        return json;
    }

    /** The definition before the edit. */
    public AppDefinition before() {
        return compiled;
    }

    /**
     * Fields have other codes, all at once, so that two may change codes with each other; what records hold in them
     * stays. The caller changes the codes in the JSON.
     */
    public void renameFields(Map<FieldCode, FieldCode> codes) {
        Map<FieldCode, String> moved = new HashMap<>();
        codes.forEach((from, to) -> {
            String id = fieldIds.remove(from);
            if (id != null) {
                moved.put(to, id);
            }
        });
        fieldIds.putAll(moved);
        renames.replaceAll(
                rename -> new OptionRename(codes.getOrDefault(rename.field(), rename.field()), rename.names()));
    }

    /**
     * A field is gone, to the recycle bin; one that gets its code later is another field. The caller takes it out of
     * the JSON.
     *
     * @param table the table it stands in, if any
     */
    public void dropField(FieldCode code, @Nullable FieldCode table, ObjectNode settings) {
        String id = fieldIds.remove(code);
        if (id != null) {
            dropped.add(new DroppedField(code, id, settings.deepCopy(), table, false, now, actor));
        }
        renames.removeIf(rename -> rename.field().equals(code));
    }

    /**
     * Takes a field out of the recycle bin, with what records held in it. The caller puts its settings into the JSON.
     *
     * @param id storage id of the dropped field
     */
    public Optional<DroppedField> putBack(String id) {
        Optional<DroppedField> found = dropped.stream()
                .filter(field -> field.id().equals(id) && !field.purged())
                .findFirst();
        found.ifPresent(field -> {
            dropped.remove(field);
            fieldIds.put(field.code(), field.id());
        });
        return found;
    }

    /**
     * Options have other names; records that hold them are rewritten after the deployment. The caller changes the names
     * in the JSON.
     *
     * @param names new names by old ones
     */
    public void renameOptions(FieldCode field, Map<String, String> names) {
        renames.add(new OptionRename(field, names));
    }

    /**
     * Views have other names, all at once, and keep their numbers. The caller changes the names in the JSON.
     *
     * @param names new names by old ones
     */
    public void renameViews(Map<String, String> names) {
        renameParts(names, "");
    }

    /**
     * Reports have other names, all at once, and keep their numbers and snapshots. The caller changes the names in the
     * JSON.
     */
    public void renameReports(Map<String, String> names) {
        renameParts(names, Numbers.REPORTS);
    }

    /** App actions have other names, all at once, and keep their numbers. The caller changes the names in the JSON. */
    public void renameActions(Map<String, String> names) {
        renameParts(names, Numbers.ACTIONS);
    }

    /** A number that loses its name to another part stays taken under a name that has become free. */
    private void renameParts(Map<String, String> names, String prefix) {
        Map<String, Long> moved = new HashMap<>();
        names.forEach((from, to) -> {
            Long id = viewIds.remove(prefix + from);
            if (id != null) {
                moved.put(prefix + to, id);
            }
        });
        Deque<Long> nameless = new ArrayDeque<>();
        moved.forEach((name, id) -> {
            Long old = viewIds.put(name, id);
            if (old != null) {
                nameless.add(old);
            }
        });
        names.keySet().stream()
                .map(name -> prefix + name)
                .filter(name -> !viewIds.containsKey(name))
                .forEach(free -> {
                    if (!nameless.isEmpty()) {
                        viewIds.put(free, nameless.remove());
                    }
                });
    }

    /**
     * Gives fields and views the numbers they had in an earlier definition, whose JSON the edit now holds; fields since
     * added go to the recycle bin, and those it had leave it.
     */
    public void numberAs(StoredApp earlier) {
        Map<FieldCode, String> since = new HashMap<>(fieldIds);
        fieldIds.clear();
        earlier.fieldIds().forEach((code, id) -> {
            boolean purged = dropped.stream().anyMatch(field -> field.id().equals(id) && field.purged());
            if (!purged) {
                fieldIds.put(code, id);
            }
        });
        dropped.removeIf(field -> fieldIds.containsValue(field.id()));
        since.forEach((code, id) -> {
            if (!fieldIds.containsValue(id)) {
                dropped.add(droppedSince(code, id));
            }
        });
        earlier.viewIds().forEach(viewIds::putIfAbsent);
        renames.clear();
    }

    /** A field the definition had no more, but whose number is taken, comes as purged. */
    private DroppedField droppedSince(FieldCode code, String id) {
        for (Map.Entry<String, JsonNode> field : before.path("fields").properties()) {
            boolean own = field.getKey().equals(code.text());
            JsonNode settings =
                    own ? field.getValue() : field.getValue().path("fields").path(code.text());
            if (settings instanceof ObjectNode object) {
                FieldCode table = own ? null : new FieldCode(field.getKey());
                return new DroppedField(code, id, object.deepCopy(), table, false, now, actor);
            }
        }
        return new DroppedField(code, id, before.objectNode(), null, true, now, actor);
    }

    Map<FieldCode, String> fieldIds() {
        return fieldIds;
    }

    Map<String, Long> viewIds() {
        return viewIds;
    }

    List<DroppedField> dropped() {
        return dropped;
    }

    List<OptionRename> renames() {
        return renames;
    }
}
