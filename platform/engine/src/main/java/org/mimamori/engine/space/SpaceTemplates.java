package org.mimamori.engine.space;

import java.util.List;
import java.util.stream.Stream;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.problem.Problem;

/** What new spaces begin as: two that are always there, and those administrators made of spaces. */
public final class SpaceTemplates {

    private final SpaceGround ground;

    public SpaceTemplates(SpaceGround ground) {
        this.ground = ground;
    }

    public List<SpaceTemplate> all(Actor actor) {
        Administrators.require(actor);
        return Stream.concat(SpaceTemplate.BUILT_IN.stream(), ground.store().templates().stream())
                .toList();
    }

    SpaceTemplate get(long id) {
        return Stream.concat(SpaceTemplate.BUILT_IN.stream(), ground.store().templates().stream())
                .filter(template -> template.id() == id)
                .findFirst()
                .orElseThrow(() -> new Problem.TemplateNotFound(Long.toString(id)).asException());
    }

    /** Makes a template of a space: its settings, announcement and threads, without people, comments and apps. */
    public long make(Actor actor, long space, String name) {
        Administrators.require(actor);
        Spaces.requireName("name", name);
        return ground.transactions().run(() -> {
            Space source = ground.open(actor, space).space();
            long id = SpaceTemplate.LAST_BUILT_IN + ground.store().nextTemplate();
            ground.store()
                    .saveTemplate(new SpaceTemplate(
                            id,
                            name,
                            source.traits().multiThread(),
                            source.traits().onlyAdminsCreateApps(),
                            source.shown(),
                            ground.store().body(space),
                            threads(source)));
            ground.log(
                    actor,
                    Change.Subject.SPACE_TEMPLATE,
                    id,
                    Change.Deed.CREATED,
                    List.of(
                            new Change.Detail("name", null, name),
                            new Change.Detail("space", null, Long.toString(space))));
            return id;
        });
    }

    private List<SpaceTemplate.Draft> threads(Space source) {
        return ground.store().threads(source.id()).stream()
                .filter(thread -> thread.id() != source.defaultThread())
                .map(thread -> new SpaceTemplate.Draft(thread.name(), thread.body()))
                .toList();
    }
}
