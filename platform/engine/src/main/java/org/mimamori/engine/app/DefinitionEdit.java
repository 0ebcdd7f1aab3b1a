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
import tools.jackson.databind.node.ObjectNode;

/**
 * One edit of a preview: its JSON, which may be changed in place, and the names that changed, for what has a new name
 * keeps its number and its records.
 */
public final class DefinitionEdit {

    private final AppDefinition before;
    private final ObjectNode json;
    private final Map<FieldCode, String> fieldIds;
    private final Map<String, Long> viewIds;
    private final List<OptionRename> renames;
    private final List<DroppedField> dropped;
    private final EntityRef actor;
    private final Instant now;

    DefinitionEdit(StoredPreview before, AppDefinition compiled, EntityRef actor, Instant now) {
        this.before = compiled;
        this.actor = actor;
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
        return before;
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
        renames.replaceAll(rename ->
                new OptionRename(codes.getOrDefault(rename.field(), rename.field()), rename.from(), rename.to()));
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

    /** An option has another name; records that hold it are rewritten after the deployment. */
    public void renameOption(FieldCode field, String from, String to) {
        renames.add(new OptionRename(field, from, to));
    }

    /**
     * Views have other names, all at once, and keep their numbers. A number that loses its name to another view stays
     * taken under a name that has become free.
     */
    public void renameViews(Map<String, String> names) {
        Map<String, Long> moved = new HashMap<>();
        names.forEach((from, to) -> {
            Long id = viewIds.remove(from);
            if (id != null) {
                moved.put(to, id);
            }
        });
        Deque<Long> nameless = new ArrayDeque<>();
        moved.forEach((name, id) -> {
            Long old = viewIds.put(name, id);
            if (old != null) {
                nameless.add(old);
            }
        });
        names.keySet().stream().filter(name -> !viewIds.containsKey(name)).forEach(free -> {
            if (!nameless.isEmpty()) {
                viewIds.put(free, nameless.remove());
            }
        });
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
