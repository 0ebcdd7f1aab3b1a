package org.mimamori.api.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([A-Za-z|]+)}");

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
                paths(pattern.getPatternString()).forEach(path -> add(calls, path, info));
            }
        }
        return calls;
    }

    /** The paths a pattern stands for, where it names a choice of them. */
    private static Stream<String> paths(String pattern) {
        Matcher choice = CHOICE.matcher(pattern);
        return choice.find()
                ? Stream.of(choice.group(1).split("\\|", -1)).map(choice::replaceFirst)
                : Stream.of(pattern);
    }

    private static void add(SortedMap<String, Call> calls, String text, RequestMappingInfo info) {
        Matcher path = PATH.matcher(text);
        if (path.matches()) {
            info.getMethodsCondition().getMethods().forEach(method -> {
                Call call = new Call(path.group(1), method);
                calls.put(call.key(), call);
            });
        }
    }

    Optional<Call> find(String key) {
        return Optional.ofNullable(all().get(key));
    }
}
