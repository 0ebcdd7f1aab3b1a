package org.mimamori.ui.shell;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.text.Folding;

/** Finds an app by part of its name, whatever kana or width it is typed in, and goes there. */
final class AppFinder extends ComboBox<AppDefinition> {

    private final Apps apps;
    private final CurrentActor current;
    private final Words words;

    AppFinder(Apps apps, CurrentActor current, Words words) {
        this.apps = apps;
        this.current = current;
        this.words = words;
        addClassName("app-finder");
        setPlaceholder(words.of("finder.placeholder"));
        setAriaLabel(words.of("finder.label"));
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setItemLabelGenerator(app -> app.name().in(words.locale()));
        setItemsWithFilterConverter(
                query -> matching(query.getFilter().orElse(""))
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                text -> text);
        addValueChangeListener(event -> {
            AppDefinition chosen = event.getValue();
            if (chosen != null && event.isFromClient()) {
                clear();
                getUI().ifPresent(ui -> ui.navigate("apps/" + chosen.code()));
            }
        });
    }

    Stream<AppDefinition> matching(String typed) {
        String needle = Folding.fold(typed.strip());
        return current.find().stream()
                .flatMap(person -> apps.all(person).stream())
                .filter(app -> Folding.fold(
                                app.name().in(words.locale()) + " " + app.name().base() + " " + app.code())
                        .contains(needle));
    }
}
