package org.mimamori.api.people;

import java.util.HashMap;
import java.util.Map;
import org.mimamori.api.wire.Parameters;

/** Texts the User API keeps of a person; source: its documentation. */
enum UserDetail {
    SUR_NAME("surName", 64),
    GIVEN_NAME("givenName", 64),
    SUR_NAME_READING("surNameReading", 64),
    GIVEN_NAME_READING("givenNameReading", 64),
    LOCAL_NAME("localName", 128),
    DESCRIPTION("description", 1000),
    PHONE("phone", 100),
    MOBILE_PHONE("mobilePhone", 100),
    EXTENSION_NUMBER("extensionNumber", 100),
    CALLTO("callto", 128),
    URL("url", 256),
    EMPLOYEE_NUMBER("employeeNumber", 100);

    private final String property;
    private final int longest;

    UserDetail(String property, int longest) {
        this.property = property;
        this.longest = longest;
    }

    String property() {
        return property;
    }

    /** The details a caller gave; one that was not given stays as it is. */
    static Map<String, String> read(Parameters user) {
        Map<String, String> details = new HashMap<>();
        for (UserDetail detail : values()) {
            if (user.has(detail.property)) {
                details.put(detail.property, Texts.atMost(user, detail.property, detail.longest));
            }
        }
        return details;
    }
}
