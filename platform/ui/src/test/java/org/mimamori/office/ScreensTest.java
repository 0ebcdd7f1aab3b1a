package org.mimamori.office;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A test of the screens without a browser, over the small town's office. */
@SpringBootTest(classes = Screens.class)
@ViewPackages(packages = "org.mimamori.ui")
public abstract class ScreensTest extends SpringBrowserlessTest {

    @Autowired
    protected Office office;

    private Locale browser = Locale.JAPANESE;

    /** What another test did to the clock is over. */
    @BeforeEach
    void startTheClock() {
        office.clock.set(Office.START);
    }

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        MockVaadin.INSTANCE.setMockRequestFactory(session -> {
            MockRequest request = new MockRequest(session);
            request.setLocaleInt(browser);
            return request;
        });
        super.initVaadinEnvironment();
    }

    /** Starts anew in a browser that asks for another language. */
    protected void browserSpeaks(Locale language) {
        cleanVaadinEnvironment();
        browser = language;
        initVaadinEnvironment();
    }

    /** Follows a link, with {@code name=value} pairs behind a question mark. */
    protected void go(String link) {
        Location location = new Location(link);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** The page shown. */
    protected <T extends Component> T page(Class<T> type) {
        return type.cast(getCurrentView());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    protected void signIn(String code) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        code, null, AuthorityUtils.createAuthorityList("PERSON")));
    }

    /** What stands around the page shown. */
    protected static HasElement frame() {
        return UI.getCurrent().getActiveRouterTargetsChain().getLast();
    }

    /** What the browser does every half minute. */
    protected static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    /** All that can be read in a part of the page, as the server has it. */
    protected static String text(HasElement part) {
        return part.getElement().getTextRecursively();
    }

    /** All components of a class in a part of the page, in order. */
    protected static <T extends Component> List<T> all(Class<T> type, HasElement part) {
        return tree(part.getElement())
                .flatMap(element -> element.getComponent().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Stream<Element> tree(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(ScreensTest::tree));
    }
}
