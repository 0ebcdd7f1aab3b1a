package org.mimamori.engine.app;

import java.util.Optional;
import org.mimamori.engine.field.RelatedApp;

/** The apps a definition may mention, itself among them. */
interface OtherApps {

    Optional<OtherApp> find(RelatedApp related);

    /** What a definition may rely on in an app it mentions. */
    record OtherApp(FormFields fields, Additions additions) {}
}
