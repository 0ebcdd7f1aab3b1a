package org.mimamori.engine.record;

import static org.mimamori.engine.record.Progress.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.process.Round;
import org.mimamori.engine.process.Status;
import org.mimamori.engine.process.StatusAction;

/** The process, each call through the actor's rights. A move is a write like any other: one transaction, one log. */
final class GuardedProcess implements ProcessService {

    /** kintone counts the action taken and the status changed. */
    private static final int REVISIONS_OF_A_MOVE = 2;

    private final GuardedApps apps;
    private final RecordStore store;
    private final RecordWriter writer;
    private final RecordFinder finder;

    GuardedProcess(GuardedApps apps, RecordStore store, RecordWriter writer) {
        this.apps = apps;
        this.store = store;
        this.writer = writer;
        this.finder = new RecordFinder(store);
    }

    @Override
    public Saved act(Actor actor, AppId app, Step step) {
        Opened opened = open(actor, app);
        return GuardedRecords.persistently(() -> {
            AppRecord record = finder.load(opened, step.record());
            return writer.commit(opened, List.of(draft(opened, record, step, "")))
                    .getFirst();
        });
    }

    @Override
    public List<Saved> actAll(Actor actor, AppId app, List<Step> steps) {
        Opened opened = open(actor, app);
        GuardedRecords.requireBatch(steps.size(), "records", "tooManyUpdated");
        requireDistinct(steps);
        if (steps.isEmpty()) {
            return List.of();
        }
        return GuardedRecords.persistently(() -> writer.commit(opened, drafts(opened, steps)));
    }

    private List<Draft> drafts(Opened opened, List<Step> steps) {
        Map<Long, AppRecord> found = new HashMap<>();
        store.findAll(
                        opened.app(),
                        steps.stream().map(Step::record).toList(),
                        opened.access().visible())
                .forEach(record -> found.put(record.id(), record));
        List<Draft> drafts = new ArrayList<>();
        for (Step step : steps) {
            AppRecord record = found.get(step.record());
            if (record == null) {
                throw new Problem.RecordNotFound(Long.toString(step.record())).asException();
            }
            drafts.add(draft(opened, record, step, "records[" + drafts.size() + "]."));
        }
        return drafts;
    }

    /** The app, of whose process the actor may know. */
    private Opened open(Actor actor, AppId app) {
        Opened opened = apps.open(actor, app).require(Right.VIEW);
        if (!opened.app().process().enabled()) {
            throw new Problem.ProcessOff().asException();
        }
        if (!opened.readable(code(opened, SystemValue.STATUS))) {
            throw new Problem.Forbidden(Right.VIEW.name()).asException();
        }
        return opened;
    }

    /** The status may be hidden in some records only. */
    private static void requireStatusSeen(Opened opened, AppRecord record) {
        if (!opened.readable(code(opened, SystemValue.STATUS), record)) {
            throw new Problem.Forbidden(Right.VIEW.name()).asException();
        }
    }

    private static Draft draft(Opened opened, AppRecord record, Step step, String place) {
        requireStatusSeen(opened, record);
        GuardedRecords.requireRevision(record, step.expected());
        Progress progress = new Progress(opened, record);
        StatusAction action = taken(progress, record, step);
        Draft draft = new Draft(opened, record, record);
        if (progress.movesOnWith(action)) {
            Status to = progress.target(action);
            progress.moved(to, chosen(progress, to, record, step, place)).forEach(draft::set);
            draft.takes(action.name().base(), REVISIONS_OF_A_MOVE);
        } else {
            progress.roundWith(action).values().forEach(draft::set);
            draft.takes(action.name().base(), 1);
        }
        return draft;
    }

    private static StatusAction taken(Progress progress, AppRecord record, Step step) {
        List<StatusAction> called = progress.open().stream()
                .filter(action -> action.isCalled(step.action()))
                .toList();
        List<StatusAction> permitted = called.stream().filter(progress::mayTake).toList();
        if (permitted.isEmpty() && !called.isEmpty()) {
            boolean anybody = progress.assignees().isEmpty() && called.stream().noneMatch(StatusAction::isSecondary);
            throw (anybody ? new Problem.Forbidden(Right.EDIT.name()) : new Problem.NotAssignee(record.id()))
                    .asException();
        }
        if (permitted.size() != 1) {
            throw new Problem.StatusUnchangeable(record.id()).asException();
        }
        return permitted.getFirst();
    }

    /** Who is to act next, where the next status wants one to be chosen. */
    private static @Nullable EntityRef chosen(Progress progress, Status to, AppRecord record, Step step, String place) {
        List<EntityRef> candidates = to.mode() == Status.Mode.ONE ? progress.candidates(to) : List.of();
        String wanted = step.assignee();
        if (wanted == null || wanted.isEmpty()) {
            if (!candidates.isEmpty()) {
                throw new Problem.AssigneeRequired(record.id()).asException();
            }
            return null;
        }
        EntityRef chosen = EntityRef.user(wanted);
        if (!candidates.contains(chosen)) {
            String key = candidates.isEmpty() ? "assigneeNotAsked" : "notCandidate";
            throw Problem.BadParameter.of(place + "assignee", key, wanted).asException();
        }
        return chosen;
    }

    @Override
    public Saved assign(Actor actor, AppId app, long record, List<String> users, long expected) {
        Opened opened = open(actor, app).require(Right.MANAGE);
        List<EntityRef> assignees = assignees(opened.directory(), users);
        return GuardedRecords.persistently(() -> {
            AppRecord before = finder.load(opened, record);
            requireStatusSeen(opened, before);
            GuardedRecords.requireRevision(before, expected);
            Progress progress = new Progress(opened, before);
            if (assignees.size() > 1
                    && progress.status()
                            .filter(status -> status.mode() == Status.Mode.ONE)
                            .isPresent()) {
                throw Problem.BadParameter.of("assignees", "oneAssignee").asException();
            }
            Draft draft = new Draft(opened, before, before);
            draft.set(code(opened, SystemValue.STATUS_ASSIGNEE), Value.entities(assignees));
            remaining(progress.round(), assignees).values().forEach(draft::set);
            return writer.commit(opened, List.of(draft)).getFirst();
        });
    }

    /** What is left of a round when only these are to act. */
    private static Round remaining(Round round, List<EntityRef> assignees) {
        List<EntityRef> acted =
                round.acted().stream().filter(assignees::contains).toList();
        return new Round(acted.isEmpty() ? "" : round.action(), acted);
    }

    private static List<EntityRef> assignees(Directory directory, List<String> users) {
        if (users.size() > MOST_ASSIGNEES) {
            throw Problem.BadParameter.of("assignees", "tooMany", MOST_ASSIGNEES)
                    .asException();
        }
        for (String user : users) {
            if (directory.findUser(user).filter(User::active).isEmpty()) {
                throw new Problem.UnknownEntity("USER", user).asException();
            }
        }
        return users.stream().distinct().map(EntityRef::user).toList();
    }

    @Override
    public Optional<Standing> standing(Actor actor, AppId app, long number) {
        Opened opened = apps.open(actor, app).require(Right.VIEW);
        if (!opened.app().process().enabled()) {
            return Optional.empty();
        }
        AppRecord record = finder.load(opened, number);
        if (!opened.readable(code(opened, SystemValue.STATUS), record)) {
            return Optional.empty();
        }
        Progress progress = new Progress(opened, record);
        boolean people = opened.readable(code(opened, SystemValue.STATUS_ASSIGNEE), record);
        List<Way> ways = progress.open().stream()
                .filter(progress::mayTake)
                .map(action -> way(opened, progress, action))
                .toList();
        return Optional.of(new Standing(
                progress.status().map(Status::name).orElse(""),
                people ? progress.assignees() : List.of(),
                people ? progress.round().acted() : List.of(),
                ways,
                people && opened.access().may(Right.MANAGE)));
    }

    private static Way way(Opened opened, Progress progress, StatusAction action) {
        Status to = progress.target(action);
        List<EntityRef> people = progress.candidates(to);
        boolean one = to.mode() == Status.Mode.ONE;
        boolean moves = progress.movesOnWith(action);
        return new Way(
                action.name().base(),
                action.name().in(opened.actor().locale()),
                to.name(),
                one && moves ? people : List.of(),
                one ? List.of() : people);
    }

    private static void requireDistinct(List<Step> steps) {
        Set<Long> seen = new HashSet<>();
        for (Step step : steps) {
            if (!seen.add(step.record())) {
                throw Problem.BadParameter.of("records", "sameRecordTwice", step.record())
                        .asException();
            }
        }
    }
}
