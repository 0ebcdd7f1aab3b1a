package org.mimamori.engine.app;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a field code may look like; kintone's rule. */
final class FieldCodes {

    private static final Pattern CODE =
            Pattern.compile("[\\p{L}\\p{M}\\p{Sc}_＿・][\\p{L}\\p{M}\\p{N}\\p{Sc}_＿・]{0,127}");

    private static final Set<String> WORDS = Set.of(
            "__root__",
            "__id__",
            "__revision__",
            "and",
            "or",
            "not",
            "in",
            "like",
            "is",
            "empty",
            "order",
            "by",
            "asc",
            "desc",
            "limit",
            "offset");

    private FieldCodes() {}

    static boolean valid(String code) {
        return CODE.matcher(code).matches() && !WORDS.contains(code.toLowerCase(Locale.ROOT)) && !code.startsWith("$");
    }
}
