package org.mimamori.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import org.mimamori.engine.directory.Actor;
import org.mimamori.ui.shell.When;
import org.mimamori.ui.shell.Words;

/** Good morning, and what day it is. */
final class Greeting extends Div {

    private static final int MORNING = 5;
    private static final int DAY = 11;
    private static final int EVENING = 18;

    Greeting(Actor.Person person, Words words, When when) {
        addClassName("greeting");
        LocalDate today = when.today(person.zone());
        add(
                new H1(words.of(key(when.hour(person.zone())), person.user().name())),
                new Paragraph(words.of("home.today", when.day(today), when.era(today))));
    }

    private static String key(int hour) {
        if (hour >= MORNING && hour < DAY) {
            return "home.morning";
        }
        return hour >= DAY && hour < EVENING ? "home.day" : "home.evening";
    }
}
