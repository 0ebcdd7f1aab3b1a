package org.mimamori.api.search;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Parameters;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.record.Search;

/** Reads what a call of the search asks for: kintone's parameters and their limits. */
final class SearchWish {

    private static final int MOST_ENTRIES = 20;
    private static final int MOST_KEYWORDS = 20;
    private static final int LONGEST_KEYWORD = 50;
    private static final int MOST_CREATORS = 20;

    private final Parameters parameters;
    private final List<String> all = new ArrayList<>();
    private final List<List<String>> any = new ArrayList<>();
    private final List<String> none = new ArrayList<>();

    private SearchWish(Parameters parameters) {
        this.parameters = parameters;
    }

    /** How the keywords of an entry must occur. */
    private enum Operator {
        AND,
        OR,
        NOT
    }

    /** What can be found. */
    enum HitType {
        RECORD,
        RECORD_COMMENT,
        SPACE,
        THREAD,
        THREAD_COMMENT,
        PEOPLE_COMMENT,
        MESSAGE_COMMENT,
        ATTACHMENT
    }

    private enum Scope {
        APP,
        SPACE,
        PEOPLE,
        MESSAGE
    }

    private enum By {
        RELEVANCE,
        CREATED_AT
    }

    private enum Order {
        ASC,
        DESC
    }

    static Search.Wanted read(Parameters parameters) {
        return new SearchWish(parameters).read();
    }

    /** Whether records are among what is wanted. */
    static boolean wantsRecords(Parameters parameters) {
        List<String> types = parameters.texts("types");
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            if (java.util.Arrays.stream(HitType.values())
                    .noneMatch(known -> known.name().equals(type))) {
                throw parameters.refuse("types[" + i + "]", "notInEnum");
            }
        }
        return types.isEmpty() || types.contains(HitType.RECORD.name());
    }

    private Search.Wanted read() {
        keywords();
        Set<Long> only = parameters.has("scopes") ? new HashSet<>() : null;
        boolean everyApp = apps("scopes", only);
        Set<Long> not = new HashSet<>();
        boolean noApp = apps("excludeScopes", not);
        List<String> creators = parameters.texts("creators");
        if (creators.size() > MOST_CREATORS) {
            throw parameters.refuse("creators", "tooMany", MOST_CREATORS);
        }
        return new Search.Wanted(
                all,
                any,
                none,
                noApp ? Set.of() : everyApp ? null : only,
                not,
                time("createdAfter"),
                time("createdBefore"),
                creators.stream().map(EntityRef::user).toList(),
                oldestFirst(),
                after());
    }

    private void keywords() {
        List<Parameters> entries = parameters.require("query").objects("query");
        if (entries.isEmpty()) {
            throw parameters.refuse("query", "required");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw parameters.refuse("query", "tooMany", MOST_ENTRIES);
        }
        int count = 0;
        for (Parameters entry : entries) {
            entry.require("operator", "keywords");
            List<String> words = words(entry);
            count += words.size();
            switch (entry.oneOf("operator", Operator.class, Operator.AND)) {
                case AND -> all.addAll(words);
                case OR -> any.add(words);
                case NOT -> none.addAll(words);
            }
        }
        if (count > MOST_KEYWORDS) {
            throw parameters.refuse("query", "tooMany", MOST_KEYWORDS);
        }
    }

    private static List<String> words(Parameters entry) {
        List<String> words = entry.texts("keywords");
        if (words.isEmpty()) {
            throw entry.refuse("keywords", "required");
        }
        for (int i = 0; i < words.size(); i++) {
            String place = "keywords[" + i + "]";
            if (words.get(i).isBlank()) {
                throw entry.refuse(place, "required");
            }
            if (words.get(i).length() > LONGEST_KEYWORD) {
                throw entry.refuse(place, "tooLong", LONGEST_KEYWORD);
            }
        }
        return words;
    }

    /** Gathers the numbers of the apps named; answers whether all apps are. */
    private boolean apps(String name, @Nullable Set<Long> ids) {
        boolean all = false;
        for (Parameters scope : parameters.objects(name)) {
            scope.require("scope");
            if (scope.oneOf("scope", Scope.class, Scope.APP) == Scope.APP) {
                List<Long> named = scope.ids("ids");
                all |= named.isEmpty();
                if (ids != null) {
                    ids.addAll(named);
                }
            }
        }
        return all || ids == null;
    }

    private @Nullable Instant time(String name) {
        if (!parameters.has(name)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(parameters.text(name)).toInstant();
        } catch (DateTimeException unreadable) {
            throw parameters.refuse(name, "moment.notAMoment");
        }
    }

    private boolean oldestFirst() {
        if (!parameters.has("sort")) {
            return false;
        }
        Parameters sort = parameters.object("sort");
        By by = sort.oneOf("by", By.class, By.RELEVANCE);
        Order order = sort.oneOf("order", Order.class, Order.DESC);
        if (by == By.RELEVANCE && order == Order.ASC) {
            throw sort.refuse("order", "notInEnum");
        }
        return order == Order.ASC;
    }

    private Search.@Nullable Mark after() {
        if (!parameters.has("pageToken") || parameters.text("pageToken").isEmpty()) {
            return null;
        }
        try {
            byte[] token = Base64.getUrlDecoder().decode(parameters.text("pageToken"));
            String[] parts = new String(token, StandardCharsets.UTF_8).split(" ", 3);
            return new Search.Mark(
                    Instant.parse(parts[0]), new AppId(Long.parseLong(parts[1])), Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException broken) {
            throw parameters.refuse("pageToken", "other");
        }
    }

    /** The token by which the page after a hit is asked for. */
    static String token(Search.Mark last) {
        String text = last.createdAt() + " " + last.app() + " " + last.record();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
