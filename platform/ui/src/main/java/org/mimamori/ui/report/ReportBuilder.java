package org.mimamori.ui.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.ChartMode;
import org.mimamori.engine.app.Report.ChartType;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.app.ReportFields;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Access;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.report.ReportState.Level;
import org.mimamori.ui.shell.Words;

/** Where one says what to gather by, what to take and how to draw it; every choice shows the report anew. */
final class ReportBuilder extends Div {

    private final AppDefinition app;
    private final Access access;
    private final ReportState state;
    private final FieldContext context;
    private final Words words;

    ReportBuilder(AppDefinition app, Access access, ReportState state, FieldContext context) {
        this.app = app;
        this.access = access;
        this.state = state;
        this.context = context;
        this.words = context.words();
        addClassName("mm-report-builder");
        for (int i = 0; i <= Math.min(state.groups().size(), Report.MOST_GROUPS - 1); i++) {
            add(level(i));
        }
        add(figure(), type());
        if (state.type().hasModes()) {
            add(mode());
        }
    }

    /** A field to gather by and, for days and times, the unit. */
    private Component level(int place) {
        Optional<Level> chosen =
                place < state.groups().size() ? Optional.of(state.groups().get(place)) : Optional.empty();
        List<String> codes = new ArrayList<>(List.of(""));
        fields().filter(ReportFields::groupable)
                .forEach(field -> codes.add(field.code().text()));
        Select<String> field = select(
                words.of("report.group", place + 1),
                "report-group-" + place,
                codes,
                this::fieldName,
                chosen.map(Level::code).orElse(""));
        field.addValueChangeListener(event -> go(state.withGroup(place, level(event.getValue()))));
        Div level = new Div(field);
        level.addClassName("mm-report-level");
        chosen.flatMap(one -> app.field(new FieldCode(one.code())))
                .map(ReportFields::units)
                .filter(units -> !units.isEmpty())
                .ifPresent(units -> {
                    Level one = chosen.orElseThrow();
                    Select<Unit> unit = select(
                            words.of("report.unit"),
                            "report-unit-" + place,
                            List.copyOf(units),
                            per -> words.of("report.unit." + per),
                            Objects.requireNonNullElse(
                                    one.per(), units.iterator().next()));
                    unit.addValueChangeListener(
                            event -> go(state.withGroup(place, new Level(one.code(), event.getValue()))));
                    level.add(unit);
                });
        return level;
    }

    private Stream<Field> fields() {
        return app.fields()
                .all()
                .filter(Field::enabled)
                .filter(field -> access.of(app.fields().tableOf(field.code()).orElse(field.code()))
                        .readable());
    }

    private String fieldName(String code) {
        return code.isEmpty()
                ? words.of("report.noGroup")
                : app.field(new FieldCode(code)).map(this::fullName).orElse(code);
    }

    private String fullName(Field field) {
        return app.fields()
                .tableOf(field.code())
                .flatMap(app::field)
                .map(table -> words.of("report.inTable", context.label(table), context.label(field)))
                .orElseGet(() -> context.label(field));
    }

    /** A field of days starts by month, one of times by hour. */
    private @Nullable Level level(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return null;
        }
        Unit unit = app.field(new FieldCode(code))
                .map(ReportFields::units)
                .filter(units -> !units.isEmpty())
                .map(units -> units.contains(Unit.MONTH) ? Unit.MONTH : Unit.HOUR)
                .orElse(null);
        return new Level(code, unit);
    }

    /** What is taken: the count, or a function of a field. */
    private record Taken(Report.Function function, String of) {}

    private Component figure() {
        List<Taken> taken = new ArrayList<>(List.of(new Taken(Report.Function.COUNT, "")));
        for (Field field : fields().toList()) {
            for (Report.Function function : Report.Function.values()) {
                if (ReportFields.takes(function, field)) {
                    taken.add(new Taken(function, field.code().text()));
                }
            }
        }
        Select<Taken> figure = select(
                words.of("report.figure"),
                "report-figure",
                taken,
                this::takenName,
                new Taken(state.function(), state.of()));
        figure.addValueChangeListener(event -> go(
                state.withFunction(event.getValue().function(), event.getValue().of())));
        return figure;
    }

    private String takenName(Taken taken) {
        String function = words.of("report.function." + taken.function());
        return taken.of().isEmpty() ? function : words.of("report.headOfFigure", fieldName(taken.of()), function);
    }

    private Component type() {
        Select<ChartType> type = select(
                words.of("report.type"),
                "report-type",
                Arrays.asList(ChartType.values()),
                one -> words.of("report.type." + one),
                state.type());
        type.addValueChangeListener(event -> go(state.withType(event.getValue())));
        return type;
    }

    private Component mode() {
        Select<ChartMode> mode = select(
                words.of("report.mode"),
                "report-mode",
                Arrays.asList(ChartMode.values()),
                one -> words.of("report.mode." + one),
                state.mode());
        mode.addValueChangeListener(event -> go(state.withMode(event.getValue())));
        return mode;
    }

    private static <T> Select<T> select(String label, String id, List<T> items, Function<T, String> name, T value) {
        Select<T> select = new Select<>();
        select.setLabel(label);
        select.setId(id);
        select.setItems(items);
        select.setItemLabelGenerator(name::apply);
        if (items.contains(value)) {
            select.setValue(value);
        }
        return select;
    }

    private void go(ReportState asked) {
        UI.getCurrent().navigate(ReportView.path(app), asked.parameters());
    }
}
