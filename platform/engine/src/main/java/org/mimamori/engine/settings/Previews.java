package org.mimamori.engine.settings;

import java.util.List;
import java.util.function.Consumer;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.directory.Actor;

/**
 * The settings of apps as those who manage them edit them. An app has one preview, shared by all who manage it; its
 * revision counts every edit, and the live app has the revision it was deployed at (kintone's model).
 *
 * <p>Every call raises {@code AppNotFound} for an app that is not there for the actor, and {@code Forbidden} for one
 * the actor does not manage, by the rights of the live app.
 */
public interface Previews {

    /** No check of the revision. */
    long ANY = -1;

    Preview get(Actor actor, AppId app);

    /**
     * Changes the settings. What does not make sense by itself is refused and nothing is changed; formulas and what is
     * said of other apps are checked at the deployment.
     *
     * @param expected revision the sender has read, or {@link #ANY}
     * @return the preview after the change
     * @throws org.mimamori.engine.problem.PlatformException with {@code SettingsConflict} or {@code SettingsRefused}
     */
    default Preview change(Actor actor, AppId app, long expected, Consumer<DefinitionEdit> change) {
        return change(actor, app, expected, change, after -> {});
    }

    /**
     * Changes the settings as {@link #change(Actor, AppId, long, Consumer)} does, unless what they make is refused.
     *
     * @param check looks at the definition the settings make and throws the problem that refuses it
     */
    Preview change(
            Actor actor, AppId app, long expected, Consumer<DefinitionEdit> change, Consumer<AppDefinition> check);

    /**
     * Changes the settings of the live app at once, without what else is being edited, which goes on with the same
     * change in it: what kintone's calls for rights do on their live paths.
     *
     * @param expected revision of the live app the sender has read, or {@link #ANY}
     * @return the live app's new revision
     * @throws org.mimamori.engine.problem.PlatformException with {@code SettingsConflict}, {@code SettingsRefused} or
     *     {@code DeployRefused}
     */
    long changeLive(Actor actor, AppId app, long expected, Consumer<DefinitionEdit> change);

    /**
     * A new app that nobody else sees until it is deployed.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code Forbidden} for who may not make apps
     */
    Preview create(Actor actor, String name);

    /**
     * Makes what was edited live, in all of the apps or in none.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code SettingsConflict} or {@code DeployRefused}
     */
    void deploy(Actor actor, List<AppRevision> apps);

    /** Forgets what was edited; an app that was never live is gone then. */
    void revert(Actor actor, List<AppRevision> apps);

    /** How the last deployment of an app stands. */
    DeployStatus status(Actor actor, AppId app);

    /** An app, and the revision the sender has read of it, or {@link #ANY}. */
    record AppRevision(AppId app, long expected) {}
}
