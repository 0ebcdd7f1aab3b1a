package org.mimamori.engine.app;

import java.time.Instant;
import java.util.ArrayList;
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

    private final ObjectNode json;
    private final Map<FieldCode, String> fieldIds;
    private final Map<String, Long> viewIds;
    private final List<OptionRename> renames;
    private final List<DroppedField> dropped;
    private final ObjectNode before;
    private final EntityRef actor;
    private final Instant now;

    DefinitionEdit(StoredPreview before, EntityRef actor, Instant now) {
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

    /** A field has another code; what records hold in it stays. The caller changes the code in the JSON. */
    public void renameField(FieldCode from, FieldCode to) {
        String id = fieldIds.remove(from);
        if (id != null) {
            fieldIds.put(to, id);
        }
        renames.replaceAll(rename -> rename.field().equals(from) ? new OptionRename(to, rename.names()) : rename);
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

    /** A view has another name and keeps its number. The caller changes the name in the JSON. */
    public void renameView(String from, String to) {
        renamePart(from, to);
    }

    /** A report has another name and keeps its number and its snapshots. The caller changes the name in the JSON. */
    public void renameReport(String from, String to) {
        renamePart(Numbers.REPORTS + from, Numbers.REPORTS + to);
    }

    /** An app action has another name and keeps its number. The caller changes the name in the JSON. */
    public void renameAction(String from, String to) {
        renamePart(Numbers.ACTIONS + from, Numbers.ACTIONS + to);
    }

    private void renamePart(String from, String to) {
        Long id = viewIds.remove(from);
        if (id != null) {
            viewIds.put(to, id);
        }
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
