package org.mimamori.engine.admin;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordPage;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.record.RecordService;

/** How large the apps are, for administrators. Numbers of records are told, never records. */
public final class AppStatistics {

    private static final Actor.Platform COUNTING = new Actor.Platform("statistics");

    private final AppCatalog catalog;
    private final AppStore store;
    private final PreviewMaker previews;
    private final RecordService records;
    private final FileStore files;

    public AppStatistics(
            AppCatalog catalog, AppStore store, PreviewMaker previews, RecordService records, FileStore files) {
        this.catalog = catalog;
        this.store = store;
        this.previews = previews;
        this.records = records;
        this.files = files;
    }

    /**
     * An app in numbers.
     *
     * @param fields fields of the form, those in tables too, without the system's
     * @param changedAt when a record was last changed, or null while there is none
     * @param storage size of all attached files, in bytes
     */
    public record Summary(
            AppDefinition app,
            Status status,
            long records,
            int fields,
            @Nullable Instant changedAt,
            long storage) {}

    /** How an app's settings stand; kintone's words. */
    public enum Status {
        /** It was never live. */
        NOT_ACTIVATED,
        ACTIVATED,
        /** It is live, and its settings were edited and not deployed since. */
        CHANGED
    }

    /** All apps by number, whatever space they are in, those that are still being made too. */
    public List<Summary> of(Actor actor, int offset, int limit) {
        Administrators.require(actor);
        Set<AppId> edited = new HashSet<>(store.previews());
        return Stream.concat(catalog.all().stream().map(AppDefinition::id), edited.stream())
                .distinct()
                .sorted(Comparator.comparingLong(AppId::value))
                .skip(offset)
                .limit(limit)
                .flatMap(id -> summary(id, edited.contains(id)).stream())
                .toList();
    }

    private Optional<Summary> summary(AppId id, boolean edited) {
        Optional<AppDefinition> live = catalog.find(id);
        return live.isPresent()
                ? live.map(app -> summary(app, edited ? Status.CHANGED : Status.ACTIVATED))
                : store.preview(id).map(previews::compile).map(AppStatistics::unborn);
    }

    private static Summary unborn(AppDefinition app) {
        return new Summary(app, Status.NOT_ACTIVATED, 0, fields(app), null, 0);
    }

    private Summary summary(AppDefinition app, Status status) {
        RecordPage page = records.find(COUNTING, app.id(), latest(app));
        Instant changedAt =
                page.records().stream().findFirst().map(AppRecord::updatedAt).orElse(null);
        long total = page.total() == null ? 0 : page.total();
        return new Summary(app, status, total, fields(app), changedAt, files.usage(app.id()));
    }

    private static RecordQuery latest(AppDefinition app) {
        List<SortKey> order = app.fields().top().stream()
                .filter(field -> field.systemValue().equals(Optional.of(SystemValue.UPDATED_TIME)))
                .map(field -> new SortKey(field.code(), false))
                .toList();
        return new RecordQuery(new Query(null, order, 1, 0), "", List.of(), true, QueryLimits.API);
    }

    private static int fields(AppDefinition app) {
        return (int) app.fields()
                .all()
                .map(Field::systemValue)
                .filter(Optional::isEmpty)
                .count();
    }
}
