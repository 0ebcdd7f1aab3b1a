package org.mimamori.ui.form;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.Actions;

/** The values an action gives a new record. The address of its form says which action of which record it was. */
final class StartedValues {

    private static final String ACTION = "action";
    private static final String APP = "from";
    private static final String RECORD = "record";

    private StartedValues() {}

    /** Address of the form that an action opens. */
    static String path(Actions.Offer offer, AppDefinition app, long record) {
        QueryParameters parameters = QueryParameters.simple(
                Map.of(ACTION, Long.toString(offer.action().id()), APP, app.code(), RECORD, Long.toString(record)));
        return new Location("apps/" + offer.opens().code() + "/new", parameters).getPathWithQueryParameters();
    }

    /** Nothing for a form that no action opened, and for one that does not lead into this app. */
    static Map<FieldCode, Value> of(Desk desk, Actor actor, AppDefinition app, BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Optional<Long> action = number(parameters, ACTION);
        Optional<Long> record = number(parameters, RECORD);
        if (action.isEmpty() || record.isEmpty()) {
            return Map.of();
        }
        AppDefinition from =
                desk.apps().getByCode(actor, parameters.getSingleParameter(APP).orElse(""));
        boolean offered = desk.actions().offered(actor, from.id(), record.get()).stream()
                .anyMatch(offer -> offer.action().id() == action.get()
                        && offer.opens().id().equals(app.id()));
        return offered
                ? desk.actions().start(actor, from.id(), record.get(), action.get(), address(from, record.get()))
                : Map.of();
    }

    private static Optional<Long> number(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /** Address of a record, as the reader's browser has it. */
    private static String address(AppDefinition app, long record) {
        String path = "/apps/" + app.code() + "/" + record;
        if (!(VaadinServletRequest.getCurrent() instanceof VaadinServletRequest request)) {
            return path;
        }
        boolean standard = request.getServerPort() == (request.isSecure() ? 443 : 80);
        String server = request.getScheme() + "://" + request.getServerName();
        return server + (standard ? "" : ":" + request.getServerPort()) + request.getContextPath() + path;
    }
}
