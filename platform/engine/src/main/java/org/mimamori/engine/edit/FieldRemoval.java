package org.mimamori.engine.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.QueryRewrite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes fields out of a form and out of all that only shows them; refuses where something decides by them. */
final class FieldRemoval {

    private final DefinitionEdit edit;
    private final FormJson form;
    private final Set<String> gone = new HashSet<>();

    FieldRemoval(DefinitionEdit edit) {
        this.edit = edit;
        this.form = new FormJson(edit);
    }

    void remove(List<FieldCode> codes) {
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i).text();
            if (form.systemField(code).isPresent()) {
                throw refused(i, "systemField", code);
            }
            if (!gone.contains(code)) {
                drop(code);
            }
        }
        new Forgetting(edit, gone).run();
        requireUnused(codes);
    }

    private void drop(String code) {
        FieldCode table = form.tableOf(code).orElse(null);
        ObjectNode home = table == null
                ? form.fields()
                : form.top(table.text())
                        .orElseThrow(() -> Refused.unknown(edit, code))
                        .withObjectProperty("fields");
        if (!(home.get(code) instanceof ObjectNode settings)) {
            throw Refused.unknown(edit, code);
        }
        home.remove(code);
        for (Map.Entry<String, JsonNode> inner : settings.path("fields").properties()) {
            drop(inner.getKey(), new FieldCode(code), inner.getValue());
        }
        drop(code, table, settings);
    }

    private void drop(String code, @Nullable FieldCode table, JsonNode settings) {
        gone.add(code);
        if (settings instanceof ObjectNode object) {
            edit.dropField(new FieldCode(code), table, object);
        }
    }

    /** Formulas may go on naming a field that is gone: as in kintone, they are refused at the deployment. */
    private void requireUnused(List<FieldCode> codes) {
        Mentions.visit(edit.json(), new Mentions.Visitor() {
            @Override
            public String code(String place, @Nullable RelatedApp app, String code) {
                return unused(place, app, List.of(code), code);
            }

            @Override
            public String condition(String place, @Nullable RelatedApp app, String condition) {
                return unused(place, app, QueryRewrite.tested(condition), condition);
            }

            @Override
            public String order(String place, @Nullable RelatedApp app, String order) {
                return unused(place, app, QueryRewrite.orderedBy(order), order);
            }

            @Override
            public String formula(String place, String formula) {
                return formula;
            }

            @Override
            public void split(String place, String code) {}

            private String unused(String place, @Nullable RelatedApp app, List<String> mentioned, String text) {
                boolean own = app == null || new OwnApp(edit.before()).is(app);
                for (String code : own ? mentioned : List.<String>of()) {
                    if (gone.contains(code)) {
                        throw refused(position(codes, code), "fieldInUse", code, place);
                    }
                }
                return text;
            }
        });
    }

    /** Where the field stands among those to be deleted; an inner field stands where its table does. */
    private int position(List<FieldCode> codes, String code) {
        int at = codes.indexOf(new FieldCode(code));
        return at >= 0 ? at : Math.max(0, codes.indexOf(form.tableOf(code).orElse(new FieldCode(code))));
    }

    private static RuntimeException refused(int position, String key, Object... args) {
        return Problem.BadParameter.of("fields[" + position + "]", key, args).asException();
    }
}
