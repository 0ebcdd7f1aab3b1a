package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.permission.Right;

/** Which apps there are, and what may be done in them. */
final class AppSurface implements Surface {

    @Override
    public void check(Scene scene) {
        List<String> known =
                List.of(Forms.HOME, Forms.VISIT).stream().filter(scene::knows).toList();
        assertThat(scene.engine.records.apps().all(scene.actor))
                .extracting(AppDefinition::code)
                .containsExactlyInAnyOrderElementsOf(known);
        for (String app : List.of(Forms.HOME, Forms.VISIT)) {
            Object answer = scene.answer(() ->
                    scene.engine.records.apps().get(scene.actor, scene.id(app)).code());
            assertThat(answer).isEqualTo(scene.knows(app) ? app : "AppNotFound");
            var access = scene.engine.records.apps().access(scene.actor, scene.engine.app(app));
            assertThat(access.may(Right.ADD)).isEqualTo(scene.may(app, "recordAddable"));
            assertThat(access.may(Right.MANAGE)).isEqualTo(scene.may(app, "appEditable"));
            assertThat(access.may(Right.IMPORT)).isEqualTo(scene.may(app, "recordImportable"));
            assertThat(access.may(Right.EXPORT)).isEqualTo(scene.may(app, "recordExportable"));
        }
    }
}
