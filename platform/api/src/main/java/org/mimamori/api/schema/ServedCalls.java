package org.mimamori.api.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Kintone's calls as they are mapped here: nothing is listed that is not served, and everything is that is. */
@Component
final class ServedCalls {

    private static final Pattern PATH = Pattern.compile("/k/v1/([A-Za-z/]+)\\.json");

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    /** @param mapping asked only when a call comes: the controllers are part of it */
    ServedCalls(ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** A call: the name it has in its path, and its method. */
    record Call(String name, RequestMethod method) {

        /** How the list names it. */
        String key() {
            return name + "/" + method.name().toLowerCase(Locale.ROOT);
        }
    }

    /** All of them by key. */
    SortedMap<String, Call> all() {
        SortedMap<String, Call> calls = new TreeMap<>();
        for (RequestMappingInfo info : mapping.getObject().getHandlerMethods().keySet()) {
            for (PathPattern pattern : info.getPatternsCondition().getPatterns()) {
                Matcher path = PATH.matcher(pattern.getPatternString());
                if (path.matches()) {
                    info.getMethodsCondition().getMethods().forEach(method -> {
                        Call call = new Call(path.group(1), method);
                        calls.put(call.key(), call);
                    });
                }
            }
        }
        return calls;
    }

    Optional<Call> find(String key) {
        return Optional.ofNullable(all().get(key));
    }
}
