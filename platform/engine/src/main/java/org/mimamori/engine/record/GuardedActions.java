package org.mimamori.engine.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.app.AppAction;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Named;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Query;

/** Actions through the actor's rights on both sides. */
final class GuardedActions implements Actions {

    private final GuardedApps apps;
    private final RecordFinder finder;

    GuardedActions(GuardedApps apps, RecordStore store) {
        this.apps = apps;
        this.finder = new RecordFinder(store);
    }

    @Override
    public List<Offer> offered(Actor actor, AppId app, long record) {
        Opened here = apps.open(actor, app).require(Right.VIEW);
        if (here.app().actions().isEmpty()) {
            return List.of();
        }
        AppRecord shown = finder.load(here, record);
        return here.app().actions().stream()
                .filter(action -> offers(here, action, shown))
                .flatMap(action -> destination(actor, action).stream().map(there -> new Offer(action, there.app())))
                .toList();
    }

    private static boolean offers(Opened here, AppAction action, AppRecord record) {
        return action.entities().stream().anyMatch(entity -> Named.names(entity, here.actor()))
                && Query.parse(action.filterCond()).mentions().stream()
                        .allMatch(code -> code.equals(FieldCode.ID) || here.readable(code, record))
                && here.holds(here.defined().resolveCondition(action.filterCond()), record);
    }

    /** The app an action leads to, if the actor may add records there. */
    private Optional<Opened> destination(Actor actor, AppAction action) {
        try {
            return apps.catalog()
                    .find(action.destApp())
                    .map(app -> apps.open(actor, app))
                    .filter(there -> there.access().may(Right.ADD));
        } catch (PlatformException unseen) {
            return Optional.empty();
        }
    }

    @Override
    public Map<FieldCode, Value> start(Actor actor, AppId app, long record, long action, String address) {
        Opened here = apps.open(actor, app).require(Right.VIEW);
        AppRecord from = finder.load(here, record);
        AppAction chosen = here.app()
                .action(action)
                .filter(known -> offers(here, known, from))
                .orElseThrow(() -> gone(record));
        Opened there = destination(actor, chosen).orElseThrow(() -> gone(record));
        Map<FieldCode, Value> values = new HashMap<>();
        for (AppAction.Mapping mapping : chosen.mappings()) {
            there.app()
                    .field(mapping.destField())
                    .filter(target -> there.writable(target.code()) && there.readable(target.code()))
                    .flatMap(target -> value(here, from, mapping, target, address))
                    .ifPresent(value -> values.put(mapping.destField(), value));
        }
        return values;
    }

    private static Optional<Value> value(
            Opened here, AppRecord from, AppAction.Mapping mapping, Field target, String address) {
        if (mapping.source().isEmpty()) {
            return Optional.of(Value.text(address));
        }
        return mapping.source()
                .flatMap(here.app()::field)
                .filter(source -> here.readable(source.code(), from))
                .flatMap(source -> TakenOver.value(source, from.value(here.app(), source.code()), target));
    }

    private static RuntimeException gone(long record) {
        return new Problem.RecordNotFound(Long.toString(record)).asException();
    }
}
