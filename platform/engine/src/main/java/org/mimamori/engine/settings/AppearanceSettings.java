package org.mimamori.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.edit.CustomizeEdit;
import org.mimamori.engine.edit.GeneralEdit;
import org.mimamori.engine.edit.ViewsEdit;
import org.mimamori.engine.file.Claims;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.file.StoredFile;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.node.ObjectNode;

/** How an app looks, as those who manage it change it: views, general settings, notes, named scripts. */
public final class AppearanceSettings {

    /** Largest script or style, in bytes; kintone's. */
    private static final long LARGEST_SCRIPT = 512 * 1024;

    private final Previews previews;
    private final Claims claims;
    private final Transactions transactions;

    public AppearanceSettings(Previews previews, FileStore files, Transactions transactions) {
        this.previews = previews;
        this.claims = new Claims(files);
        this.transactions = transactions;
    }

    /** The settings after a change of views, and the views' names in the order in which they were given. */
    public record ChangedViews(Preview preview, List<String> names) {}

    /**
     * Replaces the views; see {@link ViewsEdit#replace}. Views of a builder's own HTML are made by administrators of
     * the site alone, and while there is one no program changes views.
     */
    public ChangedViews replaceViews(Actor actor, AppId app, long expected, ObjectNode views) {
        List<String> names = new ArrayList<>();
        Preview changed = previews.change(actor, app, expected, edit -> {
            requireMayChange(actor, edit.json().withObjectProperty("views"), views);
            names.addAll(ViewsEdit.replace(edit, views));
        });
        return new ChangedViews(changed, names);
    }

    private static void requireMayChange(Actor actor, ObjectNode present, ObjectNode views) {
        boolean custom = present.valueStream()
                .anyMatch(view -> view.path("type").asString("").equals("CUSTOM"));
        boolean touched = ViewsEdit.touchesCustom(present, views);
        switch (actor) {
            case Actor.Program program when custom || touched -> throw new Problem.TokenForbidden().asException();
            case Actor.Person person
            when touched && !person.user().systemAdmin() -> throw new Problem.Forbidden("CUSTOM_VIEW").asException();
            default -> {}
        }
    }

    /** Changes general settings; see {@link GeneralEdit#change}. */
    public Preview change(Actor actor, AppId app, long expected, ObjectNode given) {
        return withFiles(
                actor,
                app,
                expected,
                upload -> upload.contentType().startsWith("image/"),
                (edit, keep) -> GeneralEdit.change(edit, given, keep));
    }

    /** Changes the notes for who manages the app; see {@link GeneralEdit#changeNotes}. */
    public Preview changeNotes(Actor actor, AppId app, long expected, ObjectNode given) {
        return previews.change(actor, app, expected, edit -> GeneralEdit.changeNotes(edit, given));
    }

    /** Changes which scripts and styles the app names; see {@link CustomizeEdit#change}. */
    public Preview customize(Actor actor, AppId app, long expected, ObjectNode given) {
        return withFiles(
                actor,
                app,
                expected,
                upload -> upload.size() <= LARGEST_SCRIPT,
                (edit, keep) -> CustomizeEdit.change(edit, given, keep));
    }

    private Preview withFiles(
            Actor actor,
            AppId app,
            long expected,
            Predicate<StoredFile> fitting,
            BiConsumer<DefinitionEdit, UnaryOperator<ObjectNode>> change) {
        return transactions.run(() -> {
            SettingsFiles uploads = new SettingsFiles(claims, actor, fitting);
            return previews.change(
                    actor, app, expected, edit -> change.accept(edit, file -> uploads.resolve(edit.before(), file)));
        });
    }
}
