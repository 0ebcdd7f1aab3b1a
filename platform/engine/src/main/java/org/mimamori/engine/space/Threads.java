package org.mimamori.engine.space;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.file.Claims;
import org.mimamori.engine.file.StoredFile;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.text.SafeHtml;

/**
 * Threads and what is said in them. Who takes part in a space may start and write; one's own threads one may change.
 */
public final class Threads implements ThreadReading {

    /** kintone's limits. */
    public static final int LONGEST_TEXT = 65_535;

    public static final int MOST_MENTIONS = 10;

    public static final int MOST_FILES = 5;

    private final SpaceGround ground;
    private final SpaceStore store;
    private final Claims claims;

    public Threads(SpaceGround ground) {
        this.ground = ground;
        this.claims = new Claims(ground.files());
        this.store = ground.store();
    }

    /** Starts a thread in a multi-threaded space. */
    public long add(Actor actor, long space, String name) {
        return ground.transactions().run(() -> {
            SpaceGround.Opened opened = ground.open(actor, space).requireParticipant();
            opened.requireMultiThread("space");
            Spaces.requireName("name", name);
            long id = store.nextThread();
            store.saveThread(new SpaceThread(id, space, name, "", ground.fresh(actor)));
            ground.log(
                    actor,
                    Change.Subject.THREAD,
                    id,
                    Change.Deed.CREATED,
                    List.of(
                            new Change.Detail("name", null, name),
                            new Change.Detail("space", null, Long.toString(space))));
            return id;
        });
    }

    /** Changes name or text of a thread; of the text, only what is harmless is kept. */
    public void update(Actor actor, long id, @Nullable String name, @Nullable String html) {
        ground.transactions().run(() -> {
            SpaceThread thread = get(id);
            SpaceGround.Opened opened = open(actor, thread);
            boolean own = thread.stamp().creator().equals(actor.ref());
            boolean first = opened.space().defaultThread() == id;
            if (!own || first) {
                opened.requireAdmin();
            }
            if (name != null) {
                Spaces.requireName("name", name);
            }
            if (html != null) {
                Spaces.requireBody(html);
            }
            store.saveThread(new SpaceThread(
                    id,
                    thread.space(),
                    name == null ? thread.name() : name,
                    html == null ? thread.body() : SafeHtml.of(html),
                    ground.changed(actor, thread.stamp())));
            ground.log(actor, Change.Subject.THREAD, id, Change.Deed.UPDATED, details(thread, name, html));
            return id;
        });
    }

    private static List<Change.Detail> details(SpaceThread thread, @Nullable String name, @Nullable String html) {
        Change.Detail body = new Change.Detail("body", null, html == null ? "kept" : "set");
        return name == null ? List.of(body) : List.of(new Change.Detail("name", thread.name(), name), body);
    }

    /** The thread's space; a thread in a space the actor may not enter does not exist. */
    private SpaceGround.Opened open(Actor actor, SpaceThread thread) {
        Administrators.requireNoProgram(actor);
        try {
            return ground.open(actor, thread.space());
        } catch (PlatformException e) {
            throw e.problem() instanceof Problem.SpaceNotFound ? notFound(thread.id()) : e;
        }
    }

    private SpaceThread get(long id) {
        return store.thread(id).orElseThrow(() -> notFound(id));
    }

    private static RuntimeException notFound(long id) {
        return new Problem.ThreadNotFound(Long.toString(id)).asException();
    }

    /**
     * What somebody says in a thread: words, files, or both.
     *
     * @param files keys of the writer's own uploads
     */
    public record Said(String text, List<EntityRef> mentions, List<Upload> files) {
        public Said {
            mentions = List.copyOf(mentions);
            files = List.copyOf(files);
        }
    }

    /** An upload to hang under a comment, and how wide it is to be shown. */
    public record Upload(String key, @Nullable Integer width) {}

    /**
     * Writes a comment in a thread.
     *
     * @return its number in the thread
     */
    public long comment(Actor actor, long space, long thread, Said said) {
        SpaceGround.Opened opened = ground.open(actor, space).requireParticipant();
        if (get(thread).space() != opened.space().id()) {
            throw notFound(thread);
        }
        require(said);
        List<EntityRef> mentions = said.mentions().stream().distinct().toList();
        return ground.transactions().run(() -> {
            Instant now = ground.clock().instant();
            List<ThreadComment.Picture> files = said.files().stream()
                    .map(upload -> claimed(actor, upload, new StoredFile.Place.InThread(space, thread)))
                    .toList();
            long id = store.addComment(new ThreadComment(0, thread, said.text(), mentions, files, actor.ref(), now));
            ground.changes().append(List.of(Change.inThread(now, actor, space, thread, id, mentions)));
            return id;
        });
    }

    @Override
    public Optional<Heard> read(Actor actor, long thread, long comment) {
        return store.thread(thread)
                .filter(one -> ground.doors().mayEnter(actor, one.space()))
                .flatMap(one -> store.comment(thread, comment)
                        .flatMap(said -> ground.doors()
                                .space(one.space())
                                .map(space -> new Heard(space.name(), one.name(), said.text()))));
    }

    private ThreadComment.Picture claimed(Actor actor, Upload upload, StoredFile.Place place) {
        StoredFile file = claims.claim(actor, upload.key(), place);
        FileRef ref = new FileRef(file.key(), file.name(), file.contentType(), file.size());
        return new ThreadComment.Picture(ref, upload.width());
    }

    private void require(Said said) {
        if (said.text().isBlank() && said.files().isEmpty()) {
            throw Problem.BadParameter.of("comment.text", "required").asException();
        }
        if (said.text().length() > LONGEST_TEXT) {
            throw Problem.BadParameter.of("comment.text", "tooLong", LONGEST_TEXT)
                    .asException();
        }
        if (said.files().size() > MOST_FILES) {
            throw Problem.BadParameter.of("comment.files", "tooMany", MOST_FILES)
                    .asException();
        }
        if (said.mentions().size() > MOST_MENTIONS) {
            throw Problem.BadParameter.of("comment.mentions", "tooManyMentions", MOST_MENTIONS)
                    .asException();
        }
        said.mentions().stream()
                .filter(ref -> !ground.directory().exists(ref))
                .findFirst()
                .ifPresent(ref -> {
                    throw new Problem.UnknownEntity(ref.type().name(), ref.code()).asException();
                });
    }
}
