package org.mimamori.engine.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordIntake.Mode;
import org.mimamori.engine.record.RecordIntake.Way;

/** What the columns of a file mean for an app, made out anew whenever rights or settings may have changed. */
final class Columns {

    static final Pattern OPTION = Pattern.compile("(.+)\\[(.+)]", Pattern.DOTALL);

    private final List<Column> list;
    private final Way way;
    private final @Nullable Field key;

    private Columns(List<Column> list, Way way, @Nullable Field key) {
        this.list = list;
        this.way = way;
        this.key = key;
    }

    /**
     * Makes out what a plan says.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code BadParameter} where it makes no sense
     */
    static Columns of(ImportPlan plan, Apps.Seen seen) {
        Importable importable = new Importable(seen);
        Field key = plan.mode() == Mode.ADD ? null : key(plan, importable);
        List<Column> list = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < plan.columns().size(); i++) {
            String target = plan.columns().get(i);
            if (!target.isEmpty() && !taken.add(target)) {
                throw bad(i, "import.columnTwice", target);
            }
            list.add(column(target, i, importable, key));
        }
        Columns columns = new Columns(List.copyOf(list), new Way(plan.mode(), code(key)), key);
        columns.requireSense();
        return columns;
    }

    private static Field key(ImportPlan plan, Importable importable) {
        return importable.keys().stream()
                .filter(field -> field.code().text().equals(plan.key()))
                .findFirst()
                .orElseThrow(() ->
                        Problem.BadParameter.of("key", "notUnique", plan.key()).asException());
    }

    private static @Nullable FieldCode code(@Nullable Field key) {
        return key == null ? null : Importable.isNumber(key) ? FieldCode.ID : key.code();
    }

    private static Column column(String target, int index, Importable importable, @Nullable Field key) {
        if (target.isEmpty()) {
            return new Column.Skipped();
        }
        if (target.equals(Column.MARK)) {
            return new Column.Start();
        }
        if (key != null && target.equals(key.code().text())) {
            return new Column.Key();
        }
        return field(target, importable)
                .or(() -> option(target, importable))
                .or(() -> rowId(target, importable))
                .or(() -> number(target, importable))
                .orElseThrow(() -> bad(index, "import.columnUnknown", target));
    }

    private static Optional<Column> field(String target, Importable importable) {
        return target.isBlank()
                ? Optional.empty()
                : importable.target(new FieldCode(target)).map(found -> new Column.Of(found.field(), found.table()));
    }

    private static Optional<Column> option(String target, Importable importable) {
        Matcher parts = OPTION.matcher(target);
        return parts.matches() && !parts.group(1).isBlank()
                ? importable
                        .target(new FieldCode(parts.group(1)))
                        .filter(found -> found.field().shape() == Shape.CHOICES)
                        .map(found -> new Column.OptionOf(found.field(), found.table(), parts.group(2)))
                : Optional.empty();
    }

    private static Optional<Column> rowId(String target, Importable importable) {
        return importable.tables().stream()
                .filter(table -> table.code().text().equals(target))
                .findFirst()
                .map(Column.RowId::new);
    }

    /** The numbers of records say nothing where records are not found by them, as in kintone. */
    private static Optional<Column> number(String target, Importable importable) {
        return importable.keys().stream()
                .filter(field ->
                        Importable.isNumber(field) && field.code().text().equals(target))
                .findFirst()
                .map(field -> new Column.Skipped());
    }

    private void requireSense() {
        if (key != null && list.stream().noneMatch(Column.Key.class::isInstance)) {
            throw Problem.BadParameter.of(
                            "key", "import.keyColumnMissing", key.code().text())
                    .asException();
        }
        if (list.stream().allMatch(column -> column instanceof Column.Skipped || column instanceof Column.Start)) {
            throw Problem.BadParameter.of("columns", "import.noColumns").asException();
        }
    }

    private static RuntimeException bad(int index, String key, String target) {
        return Problem.BadParameter.of("columns[" + index + "]", key, target).asException();
    }

    List<Column> list() {
        return list;
    }

    Way way() {
        return way;
    }

    /** The field that names records; null when all are added. */
    @Nullable
    Field key() {
        return key;
    }

    /** The column of the marks; -1 when each row is a record. */
    int start() {
        return first(Column.Start.class::isInstance);
    }

    /** The first column that fills the field; {@link ImportFault#NO_COLUMN} for none. */
    int of(String code) {
        if (code.equals(FieldCode.ID.text()) || key != null && key.code().text().equals(code)) {
            return first(Column.Key.class::isInstance);
        }
        return first(column -> switch (column) {
            case Column.Of(Field field, var table) -> field.code().text().equals(code);
            case Column.OptionOf(Field field, var table, var option) ->
                field.code().text().equals(code);
            case Column.RowId(Field table) -> table.code().text().equals(code);
            case Column.Skipped skipped -> false;
            case Column.Start start -> false;
            case Column.Key named -> false;
        });
    }

    private int first(Predicate<Column> wanted) {
        for (int i = 0; i < list.size(); i++) {
            if (wanted.test(list.get(i))) {
                return i;
            }
        }
        return ImportFault.NO_COLUMN;
    }

    /** The columns that fill the table, or the top level for null, by index. */
    SortedMap<Integer, Column> in(@Nullable Field table) {
        SortedMap<Integer, Column> found = new TreeMap<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).fills() && Objects.equals(list.get(i).home(), table)) {
                found.put(i, list.get(i));
            }
        }
        return found;
    }

    /** Tables that a column fills. */
    List<Field> tables() {
        return list.stream()
                .map(Column::home)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
