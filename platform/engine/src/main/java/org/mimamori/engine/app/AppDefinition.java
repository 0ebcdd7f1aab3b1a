package org.mimamori.engine.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.formula.Formulas;
import org.mimamori.engine.permission.Rights;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.text.LocalText;

/**
 * An app as deployed: everything a request needs hangs off this one immutable object.
 *
 * @param code the app's code, stable and unique; how definitions name each other
 * @param description sanitised HTML
 * @param groups settings of the field groups
 * @param fieldIds short stable storage ids by code, inner fields included; never reused
 * @param layout the form from top to bottom
 * @param views by index
 * @param reports by index
 * @param actions by index
 * @param process how the records move from status to status
 * @param revision grows with every change of the definition
 */
public record AppDefinition(
        AppId id,
        String code,
        LocalText name,
        LocalText description,
        AppSettings settings,
        FormFields fields,
        List<GroupSettings> groups,
        Map<FieldCode, String> fieldIds,
        Labels labels,
        List<LayoutItem> layout,
        List<View> views,
        List<Report> reports,
        List<AppAction> actions,
        Rights rights,
        ProcessDefinition process,
        Notifications notifications,
        List<Webhook> webhooks,
        Additions additions,
        Formulas formulas,
        long revision,
        Stamp stamp) {

    public AppDefinition {
        groups = List.copyOf(groups);
        fieldIds = Map.copyOf(fieldIds);
        layout = List.copyOf(layout);
        views = List.copyOf(views);
        webhooks = List.copyOf(webhooks);
        reports = List.copyOf(reports);
        actions = List.copyOf(actions);
    }

    /** The code of an app nobody gave one. kintone's apps have none to begin with; ours are named in URLs. */
    public static String automaticCode(AppId id) {
        return "app_" + id;
    }

    /** The code a builder gave the app; empty when nobody did. What kintone's clients and record numbers show. */
    public String givenCode() {
        return code.equals(automaticCode(id)) ? "" : code;
    }

    public Optional<Field> field(FieldCode code) {
        return fields.field(code);
    }

    /** The storage id of a field that stores a value. */
    public String fieldId(FieldCode code) {
        String id = fieldIds.get(code);
        if (id == null) {
            throw new IllegalArgumentException("app " + id() + " stores no field " + code);
        }
        return id;
    }

    public Optional<View> view(long id) {
        return views.stream().filter(view -> view.id() == id).findFirst();
    }

    public Optional<Report> report(long id) {
        return reports.stream().filter(report -> report.id() == id).findFirst();
    }

    public Optional<AppAction> action(long id) {
        return actions.stream().filter(action -> action.id() == id).findFirst();
    }

    public Optional<GroupSettings> group(FieldCode code) {
        return groups.stream().filter(group -> group.code().equals(code)).findFirst();
    }
}
