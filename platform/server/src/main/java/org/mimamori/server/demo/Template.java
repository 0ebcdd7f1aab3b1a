package org.mimamori.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON with choices in it. An object whose only key starts with {@code $} stands for a value made up anew each time;
 * docs/demo.md lists the operators. All other JSON stands for itself, with names in texts filled in.
 */
final class Template {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Chance chance;
    private final JsonNode lists;
    private final Instant now;
    private final LocalDate today;
    private final ZoneId zone;
    private final Map<String, String> chains = new HashMap<>();

    Template(Chance chance, JsonNode lists, Instant now, ZoneId zone) {
        this.chance = chance;
        this.lists = lists;
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
        this.today = LocalDate.ofInstant(now, zone);
        this.zone = zone;
    }

    JsonNode expand(JsonNode template, Scope scope) {
        if (template.isString()) {
            return JSON.stringNode(scope.fill(template.asString()));
        }
        if (template.isArray()) {
            ArrayNode array = JSON.arrayNode();
            template.forEach(element -> array.add(expand(element, scope)));
            return array;
        }
        if (!template.isObject()) {
            return template;
        }
        String operator = operator((ObjectNode) template);
        return operator.isEmpty() ? object(template, scope) : apply(operator, template.get(operator), scope);
    }

    String text(JsonNode template, Scope scope) {
        return expand(template, scope).asString("");
    }

    private static String operator(ObjectNode template) {
        return template.propertyNames().stream()
                .filter(name -> name.startsWith("$"))
                .findFirst()
                .orElse("");
    }

    private ObjectNode object(JsonNode template, Scope scope) {
        ObjectNode object = JSON.objectNode();
        template.properties().forEach(entry -> object.set(entry.getKey(), expand(entry.getValue(), scope)));
        return object;
    }

    private JsonNode apply(String operator, JsonNode with, Scope scope) {
        return switch (operator) {
            case "$choose" -> JSON.stringNode(scope.fill(chance.weighted(with)));
            case "$pick" -> pick(with, scope);
            case "$some" -> some(with);
            case "$if" -> condition(with, scope);
            case "$chance" ->
                expand(chance.hits(with.get("p").asDouble()) ? with.get("then") : with.get("else"), scope);
            case "$number" -> JSON.stringNode(Integer.toString(chance.between(with)));
            case "$day" -> JSON.stringNode(today.plusDays(chance.between(with)).toString());
            case "$time" -> JSON.stringNode(time(with).toString());
            case "$at" -> JSON.stringNode(at(with, scope));
            case "$rows" -> rows(with, scope);
            case "$chain" -> JSON.stringNode(chain(with, scope));
            default -> throw new IllegalArgumentException("the recipe knows no operator " + operator);
        };
    }

    /** {@code {"$pick": "list"}}, or {@code {"$pick": ["list", part]}} for a list of lists. */
    private JsonNode pick(JsonNode with, Scope scope) {
        JsonNode list = lists.get(with.isArray() ? with.get(0).asString() : with.asString());
        JsonNode element = list.get(chance.between(0, list.size() - 1));
        return expand(with.isArray() ? element.get(with.get(1).asInt()) : element, scope);
    }

    private ArrayNode some(JsonNode with) {
        ArrayNode chosen = JSON.arrayNode();
        with.properties().forEach(entry -> {
            if (chance.hits(entry.getValue().asDouble())) {
                chosen.add(entry.getKey());
            }
        });
        return chosen;
    }

    /** {@code {"$if": {"name": "att", "in": [...], "then": ..., "else": ...}}} */
    private JsonNode condition(JsonNode with, Scope scope) {
        String value = scope.get(with.get("name").asString());
        boolean holds = false;
        for (JsonNode option : with.get("in")) {
            holds |= option.asString().equals(value);
        }
        return expand(with.get(holds ? "then" : "else"), scope);
    }

    private LocalTime time(JsonNode range) {
        LocalTime from = LocalTime.parse(range.get(0).asString());
        LocalTime to = LocalTime.parse(range.get(1).asString());
        return LocalTime.ofSecondOfDay(60L * chance.between(from.toSecondOfDay() / 60, to.toSecondOfDay() / 60));
    }

    /**
     * {@code {"$at": {"day": "{day}", "time": ["08:00", "09:00"]}}}: an instant in the zone of the demo; the day may be
     * an instant too.
     */
    private String at(JsonNode with, Scope scope) {
        String named = text(with.get("day"), scope);
        LocalDate day = named.contains("T") ? LocalDate.ofInstant(Instant.parse(named), zone) : LocalDate.parse(named);
        Instant drawn = day.atTime(time(with.get("time"))).atZone(zone).toInstant();
        // A demo made in the morning has no afternoon yet.
        return (drawn.isAfter(now) ? now : drawn).toString();
    }

    private ArrayNode rows(JsonNode with, Scope scope) {
        ArrayNode rows = JSON.arrayNode();
        int count = chance.between(with.get("count"));
        for (int i = 0; i < count; i++) {
            rows.add(JSON.objectNode().set("value", record(with.get("row"), scope)));
        }
        return rows;
    }

    /** What was last drawn under the key decides how the next is drawn: absences come in runs. */
    private String chain(JsonNode with, Scope scope) {
        String key = scope.fill(with.get("key").asString());
        String last = chains.getOrDefault(key, with.get("start").asString());
        String next = chance.weighted(with.get("moves").get(last));
        chains.put(key, next);
        return next;
    }

    /** Fields with their templates as a record's JSON; later fields may mention earlier ones by code. */
    ObjectNode record(JsonNode fields, Scope outer) {
        Scope scope = new Scope(outer);
        ObjectNode record = JSON.objectNode();
        fields.properties().forEach(entry -> {
            JsonNode value = expand(entry.getValue(), scope);
            name(scope, entry.getKey(), value);
            record.set(entry.getKey(), JSON.objectNode().set("value", value));
        });
        record.properties().removeIf(entry -> entry.getKey().startsWith("_"));
        return record;
    }

    /** A value's text under its name; the parts of a list also as {@code name.0}, {@code name.1} and so on. */
    private static void name(Scope scope, String name, JsonNode value) {
        scope.with(name, value.isValueNode() ? value.asString("") : value.toString());
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            scope.with(name + "." + i, value.get(i).isValueNode() ? value.get(i).asString("") : "");
        }
    }
}
