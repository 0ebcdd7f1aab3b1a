package org.mimamori.engine.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.EveryField;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.problem.DefinitionProblem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The app of every field type whose settings mention its fields wherever a definition can. */
final class BusyApp {

    static final DefinitionReader READER = new DefinitionReader(
            FieldTypes.standard(), Clock.fixed(Instant.parse("2026-05-15T01:30:00Z"), ZoneOffset.UTC));
    static final PreviewMaker MAKER =
            new PreviewMaker(READER, Clock.fixed(Instant.parse("2026-05-15T01:30:00Z"), ZoneOffset.UTC));
    static final EntityRef BUILDER = EntityRef.user("builder");

    private BusyApp() {}

    static ObjectNode json() {
        ObjectNode definition = EveryField.definition();
        ObjectNode busy = (ObjectNode) resource("busy.json");
        ((ObjectNode) definition.path("fields")).setAll((ObjectNode) busy.remove("fields"));
        definition.put("code", "every_field").put("name", "すべての項目");
        definition.setAll(busy);
        return definition;
    }

    static StoredPreview preview() {
        return edited(MAKER.fresh(new AppId(7), "x", "ja", BUILDER), edit -> {
            ObjectNode json = json().put("code", "app_7");
            edit.json().setAll(json);
        });
    }

    static StoredPreview edited(StoredPreview before, Consumer<DefinitionEdit> change) {
        return MAKER.edited(before, MAKER.compile(before), change, BUILDER);
    }

    static AppDefinition compiled(StoredPreview preview) {
        return MAKER.compile(preview);
    }

    /** What is wrong with it as a definition that is to be live. */
    static List<DefinitionProblem> faults(StoredPreview preview) {
        return READER.check(DefinitionSource.of("test", preview.app().json()));
    }

    static ObjectNode object(String json) {
        return (ObjectNode) new JsonMapper().readTree(json);
    }

    private static Object resource(String name) {
        try (InputStream in = Objects.requireNonNull(BusyApp.class.getResourceAsStream(name), name)) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
