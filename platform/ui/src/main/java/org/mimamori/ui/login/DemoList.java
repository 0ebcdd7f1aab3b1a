package org.mimamori.ui.login;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mimamori.ui.login.DemoPeople.DemoPerson;
import org.mimamori.ui.shell.Words;

/** The people of a demo, by what they do; choosing one fills in the form. */
final class DemoList extends Section {

    /** A role with more people than this starts folded. */
    private static final int FEW = 4;

    DemoList(List<DemoPerson> people, String secret, Words words, Consumer<DemoPerson> chosen) {
        addClassName("demo-people");
        Paragraph hint = new Paragraph(words.of("login.demo.text"));
        Paragraph password = new Paragraph(new Span(words.of("login.demo.password")), new Code(secret));
        password.addClassName("demo-password");
        add(new H2(words.of("login.demo.title")), hint, password);
        byRole(people).forEach((role, members) -> add(role(role, members, words, chosen)));
    }

    private static Map<String, List<DemoPerson>> byRole(List<DemoPerson> people) {
        return people.stream()
                .collect(Collectors.groupingBy(DemoPerson::role, LinkedHashMap::new, Collectors.toList()));
    }

    private static Details role(String role, List<DemoPerson> members, Words words, Consumer<DemoPerson> chosen) {
        UnorderedList list = new UnorderedList();
        members.forEach(person -> list.add(new ListItem(button(person, chosen))));
        Details details = new Details(words.of("login.demo.role", role, members.size()), list);
        details.setOpened(members.size() <= FEW);
        return details;
    }

    private static NativeButton button(DemoPerson person, Consumer<DemoPerson> chosen) {
        Span name = new Span(person.name());
        name.addClassName("demo-name");
        Span place = new Span(person.organization());
        place.addClassName("demo-place");
        Span code = new Span(person.code());
        code.addClassName("demo-code");
        NativeButton button = new NativeButton();
        button.getElement().setAttribute("type", "button");
        button.add(name, place, code);
        button.addClickListener(click -> chosen.accept(person));
        return button;
    }
}
