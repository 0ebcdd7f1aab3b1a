package org.mimamori.engine.app;

import java.util.List;
import java.util.Optional;
import org.mimamori.engine.field.RelatedApp;

/**
 * The live apps; the one cache of the platform. Knows no rights: what an actor may see is the record package's matter.
 */
public interface AppCatalog {

    /** All live apps by ascending number. */
    List<AppDefinition> all();

    Optional<AppDefinition> find(AppId id);

    Optional<AppDefinition> findByCode(String code);

    /** The app a definition names, by code or by number. */
    default Optional<AppDefinition> find(RelatedApp related) {
        if (!related.code().isEmpty()) {
            return findByCode(related.code());
        }
        return related.app().isEmpty() ? Optional.empty() : find(new AppId(Long.parseLong(related.app())));
    }
}
