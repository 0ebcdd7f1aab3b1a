package org.mimamori.server.training;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a browser does: the sign-in page, signing in, and some pages, each in a window of its own. */
final class ScreenWork {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern WINDOW_TOKEN = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern WINDOW = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final String NAVIGATION = """
        {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1, "event": "ui-navigate",
         "data": {"route": "%s", "query": "", "appShellTitle": "", "historyState": {"idx": 0}, "trigger": ""}}]}""";
    private static final int TURNS = 5;

    private final int port;

    ScreenWork(int port) {
        this.port = port;
    }

    /**
     * @param record path of a record's page
     * @param end when to be done; each page is opened once
     */
    void run(String record, long end) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("", "見本");
        pages.put("inbox", "担当01");
        pages.put("apps/training", "T-00");
        pages.put(record, "見本 花子");
        pages.put(record + "/edit", "見本 花子");
        pages.put("apps/training/reports", "見本");
        for (int i = 0; i < TURNS && (i == 0 || System.nanoTime() < end); i++) {
            TrainingCalls browser = TrainingCalls.ofBrowser(port, signIn());
            pages.forEach((page, shown) -> open(browser, page, shown));
        }
    }

    /** The cookie of a new session. */
    private String signIn() {
        TrainingCalls.Answer page = TrainingCalls.ofBrowser(port, "").call("GET", "/login", null, TrainingCalls.FORM);
        TrainingCalls browser = TrainingCalls.ofBrowser(port, page.cookie());
        open(browser, "login", "担当");
        String form = "username=" + ApiWork.PERSON + "&password=" + ApiWork.PASSWORD + "&_csrf="
                + URLEncoder.encode(TrainingCalls.found(FORM_TOKEN, page.text()), StandardCharsets.UTF_8);
        TrainingCalls.Answer answer = browser.call("POST", "/login", form, TrainingCalls.FORM);
        if (answer.status() != 302 || answer.cookie().isEmpty()) {
            throw new IllegalStateException("signing in was answered " + answer);
        }
        return answer.cookie();
    }

    /** Loads the frame of a page, opens its window and has the server build what is in it, as Vaadin's client does. */
    private static void open(TrainingCalls browser, String page, String shown) {
        browser.get("/" + page);
        String window = browser.get("/?v-r=init&query=&location=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
        String answer = browser.send(
                "POST",
                "/?v-r=uidl&v-uiId=" + TrainingCalls.found(WINDOW, window),
                NAVIGATION.formatted(TrainingCalls.found(WINDOW_TOKEN, window), page));
        if (!answer.contains(shown)) {
            throw new IllegalStateException("/" + page + " does not show " + shown + ": " + answer);
        }
    }
}
