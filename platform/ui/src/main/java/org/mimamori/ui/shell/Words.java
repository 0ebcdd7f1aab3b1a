package org.mimamori.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * The texts of the screens, Japanese and English, from all bundles under {@code /words}. A text is a
 * {@link MessageFormat} pattern, so a record number is passed as text or it gets thousands separators.
 */
@Component
public final class Words implements I18NProvider {

    /** The languages of the screens; the first is spoken to whoever understands neither. */
    public static final List<Locale> LOCALES = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private final WordBundles bundles = WordBundles.load();

    /** A text in the language of the current screen. */
    public String of(String key, Object... args) {
        return getTranslation(key, locale(), args);
    }

    /** What went wrong, for a person. */
    public String of(Problem problem) {
        return new ProblemWords(this, locale()).of(problem);
    }

    /** What is wrong with a value, and where: for a list of problems away from the fields. */
    public String of(FieldProblem problem, AppDefinition app) {
        return new ProblemWords(this, locale()).of(problem, app);
    }

    /** What is wrong with a value, for a message at the field itself; keys {@code problem.field.*}. */
    public String atField(FieldProblem problem) {
        return new ProblemWords(this, locale()).atField(problem);
    }

    /** The title of a page as browser tabs show it. */
    public String title(String page) {
        return of("title", page);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return bundles.find(key, locale()).isPresent();
    }

    /** The language of the current screen. */
    public Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? LOCALES.getFirst() : spoken(ui.getLocale());
    }

    /** The language of ours that a reader of another is shown. */
    public static Locale spoken(Locale wanted) {
        return LOCALES.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(LOCALES.getFirst());
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    /** A text in a language; a key nobody wrote a text for is shown as it is, which a test would have caught. */
    @Override
    public String getTranslation(String key, Locale locale, Object... args) {
        return bundles.find(key, spoken(locale))
                .map(pattern -> new MessageFormat(pattern, spoken(locale)).format(args))
                .orElse(key);
    }
}
