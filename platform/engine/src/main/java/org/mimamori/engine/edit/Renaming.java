package org.mimamori.engine.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.OptionRename;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.formula.Formula;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.QueryRewrite;
import tools.jackson.databind.node.ObjectNode;

/**
 * New names in one app: codes of fields, all at once, and options of choices. Carried to every mention of them, in the
 * app's own definition and in those of other apps.
 *
 * @param code code of the app
 * @param fields new codes by old ones
 * @param options in the order in which they were renamed, by the new codes of their fields
 */
public record Renaming(AppId app, String code, Map<String, String> fields, List<OptionRename> options) {

    public Renaming {
        fields = Map.copyOf(fields);
        options = List.copyOf(options);
    }

    /** What has other names in a preview than in the live app it was made from: a field is known by its number. */
    public static Renaming between(StoredApp live, AppDefinition before, StoredPreview preview, AppDefinition after) {
        Map<String, String> codesNow = new HashMap<>();
        preview.app().fieldIds().forEach((code, id) -> codesNow.put(id, code.text()));
        Map<String, String> renamed = new HashMap<>();
        before.fields().all().forEach(field -> {
            String now = code(field, live, after, codesNow);
            if (now != null && !now.equals(field.code().text())) {
                renamed.put(field.code().text(), now);
            }
        });
        return new Renaming(live.id(), live.code(), renamed, preview.renames());
    }

    private static @Nullable String code(
            Field field, StoredApp live, AppDefinition after, Map<String, String> codesNow) {
        if (field.systemValue().isPresent()) {
            SystemValue value = field.systemValue().get();
            return after.fields().system(value).code().text();
        }
        String id = live.fieldIds().get(field.code());
        return id == null ? null : codesNow.get(id);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && options.isEmpty();
    }

    /** The definition of another app with the new names; the same object when it mentions none of the old ones. */
    public ObjectNode in(AppId owner, ObjectNode definition) {
        ObjectNode renamed = definition.deepCopy();
        Mentions.visit(renamed, new Rewriter(owner, true));
        return renamed.equals(definition) ? definition : renamed;
    }

    /**
     * Carries the new names through the app's own definition, the fields' own codes apart.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code SettingsRefused} where a mention cannot follow
     */
    void inOwn(ObjectNode definition) {
        Mentions.visit(definition, new Rewriter(app, false));
    }

    private final class Rewriter implements Mentions.Visitor {

        private final AppId owner;
        private final boolean lenient;

        /** @param lenient whether a mention that cannot follow is left, for the check of what it breaks to find */
        Rewriter(AppId owner, boolean lenient) {
            this.owner = owner;
            this.lenient = lenient;
        }

        private boolean concerns(@Nullable RelatedApp mentioned) {
            if (mentioned == null) {
                return owner.equals(app);
            }
            return mentioned.code().isEmpty()
                    ? mentioned.app().equals(app.toString())
                    : mentioned.code().equals(code);
        }

        private String renamed(String field) {
            return fields.getOrDefault(field, field);
        }

        @Override
        public String code(String place, @Nullable RelatedApp mentioned, String field) {
            return concerns(mentioned) ? renamed(field) : field;
        }

        @Override
        public String condition(String place, @Nullable RelatedApp mentioned, String condition) {
            if (!concerns(mentioned)) {
                return condition;
            }
            String text = QueryRewrite.fields(condition, this::renamed);
            for (OptionRename rename : options) {
                text = QueryRewrite.compared(text, (field, compared) -> option(rename, field, compared));
            }
            return text;
        }

        @Override
        public String order(String place, @Nullable RelatedApp mentioned, String order) {
            return concerns(mentioned) ? QueryRewrite.order(order, this::renamed) : order;
        }

        @Override
        public String formula(String place, String formula) {
            return concerns(null) && !fields.isEmpty()
                    ? Formula.rename(formula, (UnaryOperator<String>) this::renamed)
                    : formula;
        }

        @Override
        public void split(String place, String field) {
            if (!lenient) {
                throw new Problem.SettingsRefused(
                                List.of(DefinitionProblem.of(code, Place.field(field), "field.inUse", field, place)))
                        .asException();
            }
        }

        private static String option(OptionRename rename, String field, String compared) {
            return rename.field().equals(new FieldCode(field))
                    ? rename.names().getOrDefault(compared, compared)
                    : compared;
        }
    }
}
