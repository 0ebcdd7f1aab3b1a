package org.mimamori.engine.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.inbox.Inbox.Shown;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.RecordTitle;
import org.mimamori.engine.space.ThreadReading;

/** Makes notices ready to be shown, a page at a time: the records of an app are read with one query. */
final class NoticePage {

    private final Apps apps;
    private final RecordService records;
    private final CommentStore comments;
    private final ThreadReading threads;
    private final Actor.Person person;
    private final Map<AppId, Optional<Open>> open = new HashMap<>();

    NoticePage(Apps apps, RecordService records, CommentStore comments, ThreadReading threads, Actor.Person person) {
        this.threads = threads;
        this.apps = apps;
        this.records = records;
        this.comments = comments;
        this.person = person;
    }

    /** An app as the person may see it. */
    private record Open(AppDefinition app, Access access) {}

    /** In the order given; what the person may not see is left out. */
    List<Shown> show(List<Notice> page) {
        Map<AppId, Set<Long>> wanted = page.stream()
                .filter(notice -> notice.kind() != Notice.Kind.THREAD_MENTIONED && notice.record() != 0)
                .collect(Collectors.groupingBy(Notice::app, Collectors.mapping(Notice::record, Collectors.toSet())));
        Map<AppId, Map<Long, AppRecord>> found = new HashMap<>();
        wanted.forEach((app, numbers) -> found.put(app, visible(app, numbers)));
        return page.stream()
                .flatMap(notice ->
                        show(notice, found.getOrDefault(notice.app(), Map.of()).get(notice.record())).stream())
                .toList();
    }

    private Map<Long, AppRecord> visible(AppId app, Set<Long> numbers) {
        if (open(app).isEmpty()) {
            return Map.of();
        }
        String list = numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        try {
            RecordQuery query = RecordQuery.of("$id in (" + list + ") limit " + numbers.size());
            return records.find(person, app, query).records().stream()
                    .collect(Collectors.toMap(AppRecord::id, Function.identity()));
        } catch (PlatformException notVisible) {
            return Map.of();
        }
    }

    private Optional<Open> open(AppId id) {
        return open.computeIfAbsent(id, unknown -> {
            try {
                AppDefinition app = apps.get(person, id);
                return Optional.of(new Open(app, apps.access(person, app)));
            } catch (PlatformException notVisible) {
                return Optional.empty();
            }
        });
    }

    /** A notice of a thread shows the space where others show the app, and the thread where they show the record. */
    private Optional<Shown> heard(Notice notice) {
        return threads.read(person, notice.record(), notice.comment())
                .map(heard -> new Shown(notice, heard.space(), heard.thread(), heard.text()));
    }

    /** What is about no record is for those who may see the app's records at all. */
    private Optional<Shown> ofApp(Notice notice) {
        return open(notice.app())
                .filter(seen -> seen.access().may(Right.VIEW))
                .map(seen -> new Shown(notice, seen.app().name().in(person.locale()), "", ""));
    }

    private Optional<Shown> show(Notice notice, @Nullable AppRecord record) {
        if (notice.kind() == Notice.Kind.THREAD_MENTIONED) {
            return heard(notice);
        }
        if (notice.record() == 0) {
            return ofApp(notice);
        }
        if (record == null) {
            return Optional.empty();
        }
        Locale locale = person.locale();
        return open(notice.app())
                .filter(seen -> NoticeRights.allow(
                        notice.kind(),
                        notice.fields(),
                        seen.app(),
                        seen.access().narrowed(record.varying())))
                .flatMap(seen -> text(notice, seen.app())
                        .map(text -> new Shown(
                                notice,
                                seen.app().name().in(locale),
                                RecordTitle.of(seen.app(), seen.access(), record),
                                text)));
    }

    /** Nothing where the comment that the notice tells of is gone. */
    private Optional<String> text(Notice notice, AppDefinition app) {
        if (notice.comment() != 0) {
            return comments.find(notice.app(), notice.record(), notice.comment())
                    .map(Comment::text);
        }
        return Optional.of(
                notice.title().isEmpty()
                        ? ""
                        : app.notifications().title(notice.title()).in(person.locale()));
    }
}
