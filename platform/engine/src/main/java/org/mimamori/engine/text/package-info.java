/** Words in several languages, and the folding of Japanese text for search, comparison and order. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mimamori.engine.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
