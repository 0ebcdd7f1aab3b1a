package org.mimamori.engine.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.mimamori.engine.problem.DefinitionProblem;

/**
 * Puts what is wrong with a definition into words, in Japanese or English. The one bundle of the engine: start-up log,
 * import and the builder's screens say the same sentences.
 */
public final class DefinitionMessages {

    private static final String BUNDLE = "org.mimamori.engine.app.definition-messages";

    /** The sentence: what is wrong at the place. */
    public String sentence(DefinitionProblem problem, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        if (!bundle.containsKey(problem.key())) {
            return MessageFormat.format(bundle.getString("unworded"), problem.key(), problem.args());
        }
        return new MessageFormat(bundle.getString(problem.key()), Locale.ROOT)
                .format(problem.args().stream().map(String::valueOf).toArray());
    }

    /** File, place and sentence in one line. */
    public String line(DefinitionProblem problem, Locale locale) {
        return problem.file() + " " + (problem.pointer().isEmpty() ? "/" : problem.pointer()) + ": "
                + sentence(problem, locale);
    }

    /** Whether there are words for the key in both languages. */
    static boolean worded(String key) {
        return bundle(Locale.JAPANESE).containsKey(key)
                && bundle(Locale.ENGLISH).containsKey(key);
    }

    private static ResourceBundle bundle(Locale locale) {
        boolean japanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        return ResourceBundle.getBundle(
                BUNDLE,
                japanese ? Locale.JAPANESE : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
