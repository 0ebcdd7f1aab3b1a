package org.mimamori.server.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names a template may mention, each with its text; inner scopes see outer ones. */
final class Scope {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");

    private final @Nullable Scope outer;
    private final Map<String, String> texts = new LinkedHashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    Scope with(String name, String text) {
        texts.put(name, text);
        return this;
    }

    @Nullable
    String find(String name) {
        String own = texts.get(name);
        return own != null || outer == null ? own : outer.find(name);
    }

    String get(String name) {
        String text = find(name);
        if (text == null) {
            throw new IllegalArgumentException("the recipe mentions {" + name + "}, which is not known there");
        }
        return text;
    }

    /** The text with every <code>{name}</code> replaced. */
    String fill(String template) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        Matcher names = NAME.matcher(template);
        return names.replaceAll(match -> Matcher.quoteReplacement(get(match.group(1))));
    }
}
