package org.mimamori.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.shared.Registration;
import java.time.Instant;
import java.time.ZoneId;

/** A moment as people say it, with the exact one on hovering and for programs. Stays right while it is shown. */
@Tag("time")
public final class TimeText extends HtmlContainer {

    private final Instant instant;
    private final ZoneId zone;
    private final When when;

    public TimeText(Instant instant, ZoneId zone, When when) {
        this.instant = instant;
        this.zone = zone;
        this.when = when;
        addClassName("time");
        getElement().setAttribute("datetime", instant.toString());
        getElement().setAttribute("title", when.moment(instant, zone));
        refresh();
    }

    private void refresh() {
        String text = when.ago(instant, zone);
        if (!text.equals(getText())) {
            setText(text);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Registration polls = event.getUI().addPollListener(poll -> refresh());
        addDetachListener(detach -> {
            polls.remove();
            detach.unregisterListener();
        });
    }
}
