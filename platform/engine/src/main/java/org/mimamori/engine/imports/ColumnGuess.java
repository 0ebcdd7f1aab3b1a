package org.mimamori.engine.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.text.Folding;

/**
 * Finds the field that a column is meant for by the column's name: the field's code, or its label in any language. A
 * name that two fields share means neither; no field is meant twice.
 */
final class ColumnGuess {

    /** What kintone calls the column of the marks. */
    private static final Set<String> MARKS = Set.of(Column.MARK, "レコードの開始行");

    private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH, Locale.CHINESE);

    private final AppDefinition app;
    private final List<Field> fields;
    private final Set<String> taken = new HashSet<>();

    private ColumnGuess(Apps.Seen seen) {
        Importable importable = new Importable(seen);
        this.app = seen.app();
        this.fields = Stream.of(
                        importable.targets().stream().map(Importable.Target::field),
                        importable.tables().stream(),
                        importable.keys().stream())
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** What each column is taken for, as {@link ImportPlan#columns} has it. */
    static List<String> of(List<String> header, Apps.Seen seen) {
        ColumnGuess guess = new ColumnGuess(seen);
        List<String> targets = new ArrayList<>();
        header.forEach(name -> targets.add(guess.target(name.strip())));
        return targets;
    }

    private String target(String name) {
        String target = MARKS.contains(name) ? Column.MARK : field(name);
        return !target.isEmpty() && taken.add(target) ? target : "";
    }

    private String field(String name) {
        String plain = only(name);
        return plain.isEmpty() ? option(name) : plain;
    }

    private String option(String name) {
        Matcher parts = Columns.OPTION.matcher(name);
        if (!parts.matches()) {
            return "";
        }
        String code = only(parts.group(1));
        boolean several =
                fields.stream().anyMatch(field -> field.code().text().equals(code) && field.shape() == Shape.CHOICES);
        return several ? code + "[" + parts.group(2) + "]" : "";
    }

    /** Code of the field that is it by its code, or else the only one of that label. */
    private String only(String name) {
        return fields.stream()
                .filter(field -> field.code().text().equals(name))
                .findFirst()
                .map(field -> field.code().text())
                .orElseGet(() -> labelled(name));
    }

    private String labelled(String name) {
        String folded = Folding.fold(name);
        List<Field> found = fields.stream()
                .filter(field -> !folded.isEmpty())
                .filter(field -> labels(field).map(Folding::fold).anyMatch(folded::equals))
                .toList();
        return found.size() == 1 ? found.getFirst().code().text() : "";
    }

    private Stream<String> labels(Field field) {
        return Stream.concat(
                Stream.of(field.label()),
                LANGUAGES.stream().map(language -> app.labels().of(field, language)));
    }
}
