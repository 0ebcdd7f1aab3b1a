package org.mimamori.server.demo;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.directory.User;
import org.mimamori.server.settings.MimamoriSettings;
import org.mimamori.ui.login.DemoPeople;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Whom the sign-in page of a demo offers. Only where the demo is switched on and its people still have the demo
 * password: an installation that has moved on from the demo shows nobody.
 */
@Component
class DemoSignIn implements DemoPeople {

    private final Directory directory;
    private final DirectoryStore store;
    private final PasswordCheck passwords;
    private final List<JsonNode> recipes;

    DemoSignIn(Directory directory, DirectoryStore store, PasswordCheck passwords, MimamoriSettings settings) {
        this.directory = directory;
        this.store = store;
        this.passwords = passwords;
        this.recipes = settings.demo() ? Demo.recipes(settings.apps()) : List.of();
    }

    @Override
    public List<DemoPerson> list() {
        List<DemoPerson> people = new ArrayList<>();
        for (JsonNode recipe : recipes) {
            if (isLoaded(recipe)) {
                recipe.path("signIn")
                        .forEach(entry -> entry.path("codes")
                                .forEach(code -> directory
                                        .findUser(code.asString())
                                        .ifPresent(user -> people.add(person(user, entry.get("role"))))));
            }
        }
        return people;
    }

    @Override
    public String password() {
        return recipes.stream()
                .filter(this::isLoaded)
                .map(recipe -> recipe.get("password").asString())
                .findFirst()
                .orElse("");
    }

    private boolean isLoaded(JsonNode recipe) {
        String first = recipe.path("signIn").path(0).path("codes").path(0).asString("");
        return store.passwordHash(first)
                .map(hash -> passwords.matches(recipe.get("password").asString(), hash))
                .orElse(false);
    }

    private DemoPerson person(User user, JsonNode roles) {
        Locale locale =
                UI.getCurrent() == null ? Locale.JAPANESE : UI.getCurrent().getLocale();
        String role = roles.path(locale.getLanguage()).asString(roles.path("ja").asString());
        String organization = user.primaryOrganization();
        String place = organization == null ? "" : directory.name(EntityRef.organization(organization), locale);
        return new DemoPerson(user.code(), user.name(), role, place);
    }
}
