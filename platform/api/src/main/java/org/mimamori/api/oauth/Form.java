package org.mimamori.api.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;

/** Parameters of the protocol, each of which may stand once only (RFC 6749, section 3.1). */
final class Form {

    private Form() {}

    /** The parameters; one that stands more than once is as if it were not there. */
    static Map<String, String> of(HttpServletRequest request) {
        Map<String, String> form = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length == 1) {
                form.put(name, values[0]);
            }
        });
        return form;
    }
}
