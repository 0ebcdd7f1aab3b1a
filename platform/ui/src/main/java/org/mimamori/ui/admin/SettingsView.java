package org.mimamori.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.ui.shell.Crumb;
import org.mimamori.ui.shell.CurrentActor;
import org.mimamori.ui.shell.DirectoryNames;
import org.mimamori.ui.shell.HasTrail;
import org.mimamori.ui.shell.MainLayout;
import org.mimamori.ui.shell.Messages;
import org.mimamori.ui.shell.OwnAccount;
import org.mimamori.ui.shell.Words;

/** What people set for themselves: language, zone, password. */
@Route(value = "settings", layout = MainLayout.class)
@PermitAll
public class SettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasTrail {

    private final CurrentActor current;
    private final OwnAccount account;
    private final DirectoryNames names;
    private final Words words;
    private final Messages messages;

    SettingsView(CurrentActor current, OwnAccount account, DirectoryNames names, Words words, Messages messages) {
        this.current = current;
        this.account = account;
        this.names = names;
        this.words = words;
        this.messages = messages;
        addClassName("settings");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor.Person person = current.get();
        removeAll();
        add(
                new H1(words.of("settings.title")),
                entry(person),
                display(person),
                new PasswordForm(current, account, words, messages));
    }

    private Section entry(Actor.Person person) {
        String organizations = String.join(
                words.of("list.separator"),
                person.user().organizations().stream()
                        .map(EntityRef::organization)
                        .map(names::of)
                        .toList());
        DescriptionList list = new DescriptionList();
        list.add(
                new DescriptionList.Term(words.of("settings.account.name")),
                new DescriptionList.Description(person.user().name()),
                new DescriptionList.Term(words.of("settings.account.code")),
                new DescriptionList.Description(person.user().code()),
                new DescriptionList.Term(words.of("settings.account.organizations")),
                new DescriptionList.Description(organizations));
        Paragraph note = new Paragraph(words.of("settings.account.note"));
        note.addClassName("quiet");
        return card("settings.account", list, note);
    }

    private Section display(Actor.Person person) {
        return card("settings.display", language(person), zone(person));
    }

    private RadioButtonGroup<Optional<Locale>> language(Actor.Person person) {
        RadioButtonGroup<Optional<Locale>> languages = new RadioButtonGroup<>(words.of("settings.language"));
        languages.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        languages.setItems(Stream.concat(
                        Stream.of(Optional.<Locale>empty()),
                        Words.LOCALES.stream().map(Optional::of))
                .toList());
        languages.setItemLabelGenerator(choice ->
                choice.map(locale -> locale.getDisplayLanguage(locale)).orElse(words.of("settings.language.browser")));
        languages.setValue(Optional.ofNullable(person.user().language()).map(Words::spoken));
        languages.addValueChangeListener(change -> {
            account.choose(current.get(), change.getValue().orElse(null));
            UI.getCurrent().getPage().reload();
        });
        return languages;
    }

    private ComboBox<ZoneId> zone(Actor.Person person) {
        ComboBox<ZoneId> zones = new ComboBox<>(words.of("settings.zone"));
        zones.setHelperText(words.of("settings.zone.help"));
        zones.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        zones.setItemLabelGenerator(ZoneId::getId);
        zones.setValue(person.user().zone());
        zones.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                account.choose(current.get(), change.getValue());
                messages.done(words.of("settings.saved"));
            }
        });
        return zones;
    }

    private Section card(String title, Component... parts) {
        Section card = new Section(new H2(words.of(title)));
        card.add(parts);
        card.addClassName("card");
        return card;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.here(words.of("settings.title")));
    }

    @Override
    public String getPageTitle() {
        return words.title(words.of("settings.title"));
    }
}
