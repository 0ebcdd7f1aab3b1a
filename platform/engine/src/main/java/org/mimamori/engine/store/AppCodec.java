package org.mimamori.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.DroppedField;
import org.mimamori.engine.app.OptionRename;
import org.mimamori.engine.app.Stamp;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.RelatedApp;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes app definitions as documents and reads them back. The JSON is kept as text: it must come back as it was, and
 * its names may hold signs that mean something to the database.
 */
final class AppCodec {

    static final String CODE = "code";
    static final String REVISION = "rev";
    static final String DERIVED = "derived";
    static final String DEMANDS = "demands";
    static final String DROPPED = "dropped";

    private AppCodec() {}

    static Document write(StoredApp app) {
        return new Document("_id", app.id().value())
                .append(CODE, app.code())
                .append(REVISION, app.revision())
                .append("source", app.source())
                .append("fields", fieldIds(app.fieldIds()))
                .append("views", viewIds(app.viewIds()))
                .append(DROPPED, app.dropped().stream().map(AppCodec::dropped).toList())
                .append("creator", EntityCodes.write(app.stamp().creator()))
                .append("created", ValueWriter.moment(app.stamp().createdAt()))
                .append("modifier", EntityCodes.write(app.stamp().modifier()))
                .append("modified", ValueWriter.moment(app.stamp().modifiedAt()))
                .append("json", app.json().toString());
    }

    static StoredApp read(Document document) {
        Stamp stamp = new Stamp(
                EntityCodes.read(document.getString("creator")),
                document.get("created", Instant.class),
                EntityCodes.read(document.getString("modifier")),
                document.get("modified", Instant.class));
        Map<String, Long> viewIds = new HashMap<>();
        document.getList("views", Document.class).forEach(v -> viewIds.put(v.getString("name"), v.getLong("id")));
        return new StoredApp(
                new AppId(document.getLong("_id")),
                document.getString(CODE),
                (ObjectNode) JsonMapper.shared().readTree(document.getString("json")),
                fieldIds(document),
                viewIds,
                dropped(document),
                document.getLong(REVISION),
                document.getString("source"),
                stamp);
    }

    static Map<FieldCode, String> fieldIds(Document document) {
        Map<FieldCode, String> ids = new HashMap<>();
        document.getList("fields", Document.class)
                .forEach(field -> ids.put(new FieldCode(field.getString("code")), field.getString("id")));
        return ids;
    }

    private static List<Document> fieldIds(Map<FieldCode, String> ids) {
        List<Document> documents = new ArrayList<>();
        ids.forEach((code, id) -> documents.add(new Document("code", code.text()).append("id", id)));
        return documents;
    }

    private static List<Document> viewIds(Map<String, Long> ids) {
        List<Document> documents = new ArrayList<>();
        ids.forEach((name, id) -> documents.add(new Document("name", name).append("id", id)));
        return documents;
    }

    private static Document dropped(DroppedField field) {
        return new Document("code", field.code().text())
                .append("id", field.id())
                .append("settings", field.settings().toString())
                .append("table", field.table() == null ? null : field.table().text())
                .append("purged", field.purged())
                .append("at", ValueWriter.moment(field.droppedAt()))
                .append("by", EntityCodes.write(field.droppedBy()));
    }

    /** The recycle bin of a definition as it stands there, with some of its fields purged. */
    static List<Document> purged(Document document, Set<String> ids) {
        return dropped(document).stream()
                .map(field -> ids.contains(field.id()) ? field.asPurged() : field)
                .map(AppCodec::dropped)
                .toList();
    }

    /** Ids of the fields in the recycle bin that can yet be put back. */
    static Set<String> binned(Document document) {
        return dropped(document).stream()
                .filter(field -> !field.purged())
                .map(DroppedField::id)
                .collect(Collectors.toSet());
    }

    private static List<DroppedField> dropped(Document document) {
        return document.getList(DROPPED, Document.class, List.of()).stream()
                .map(field -> new DroppedField(
                        new FieldCode(field.getString("code")),
                        field.getString("id"),
                        (ObjectNode) JsonMapper.shared().readTree(field.getString("settings")),
                        field.getString("table") == null ? null : new FieldCode(field.getString("table")),
                        field.getBoolean("purged"),
                        field.get("at", Instant.class),
                        EntityCodes.read(field.getString("by"))))
                .toList();
    }

    static Document write(StoredPreview preview) {
        return write(preview.app())
                .append(
                        "renames",
                        preview.renames().stream().map(AppCodec::rename).toList());
    }

    private static Document rename(OptionRename rename) {
        List<Document> names = new ArrayList<>();
        rename.names().forEach((from, to) -> names.add(new Document("from", from).append("to", to)));
        return new Document("field", rename.field().text()).append("names", names);
    }

    private static OptionRename rename(Document document) {
        Map<String, String> names = new HashMap<>();
        document.getList("names", Document.class)
                .forEach(name -> names.put(name.getString("from"), name.getString("to")));
        return new OptionRename(new FieldCode(document.getString("field")), names);
    }

    static StoredPreview readPreview(Document document) {
        return new StoredPreview(
                read(document),
                document.getList("renames", Document.class, List.of()).stream()
                        .map(AppCodec::rename)
                        .toList());
    }

    static List<Document> demands(List<Demand> demands) {
        return demands.stream()
                .map(demand -> new Document("app", demand.app().app())
                        .append("code", demand.app().code())
                        .append(
                                "fields",
                                demand.fields().stream().map(FieldCode::text).toList()))
                .toList();
    }

    static List<Demand> demands(Document document) {
        return document.getList(DEMANDS, Document.class, List.of()).stream()
                .map(demand -> new Demand(
                        new RelatedApp(demand.getString("app"), demand.getString("code")),
                        demand.getList("fields", String.class).stream()
                                .map(FieldCode::new)
                                .toList()))
                .toList();
    }
}
