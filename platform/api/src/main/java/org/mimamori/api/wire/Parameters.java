package org.mimamori.api.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.error.CallProblem;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.RecordChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a caller gave: query string and JSON body as one tree, the body first. Every getter raises the problem that
 * names its parameter. Numbers may be strings and booleans may be, as kintone's clients send them.
 */
public final class Parameters {

    /** What a session's caller adds to show that the page it runs in is ours. */
    public static final String REQUEST_TOKEN = "__REQUEST_TOKEN__";

    private final ObjectNode values;
    private final String path;

    private Parameters(ObjectNode values, String path) {
        this.values = values;
        this.path = path;
    }

    public static Parameters of(ObjectNode values) {
        return new Parameters(values, "");
    }

    /** Query string and body merged. */
    static Parameters of(@Nullable String query, byte[] body) {
        ObjectNode merged = QueryString.read(query);
        if (body.length > 0) {
            merged.setAll(Json.read(body));
        }
        return of(merged);
    }

    /** Raises all missing parameters at once. */
    public Parameters require(String... names) {
        List<Problem.BadParameter> missing = new ArrayList<>();
        for (String name : names) {
            if (!has(name)) {
                missing.add(bad(name, "required"));
            }
        }
        if (!missing.isEmpty()) {
            throw new CallProblem.BadParameters(missing).asException();
        }
        return this;
    }

    /** Whether the parameter is given; null is not. */
    public boolean has(String name) {
        JsonNode value = values.get(name);
        return value != null && !value.isNull();
    }

    public AppId app() {
        return new AppId(id("app"));
    }

    /** The number of a thing, from 1. */
    public long id(String name) {
        return Scalars.number(required(name), place(name), 1, Long.MAX_VALUE);
    }

    public long number(String name, long least, long most, long otherwise) {
        return has(name) ? Scalars.number(values.get(name), place(name), least, most) : otherwise;
    }

    /** The revision the caller has read, or {@link RecordChange#ANY}. */
    public long revision() {
        return number("revision", RecordChange.ANY, Long.MAX_VALUE, RecordChange.ANY);
    }

    public String text(String name) {
        return Scalars.text(required(name), place(name));
    }

    public String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    public boolean flag(String name) {
        return has(name) && Scalars.flag(values.get(name), place(name));
    }

    /** One of an enum's names, in any case. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        String wanted = text(name).toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        throw refuse(name, "notInEnum");
    }

    /** Numbers of things; empty when not given. */
    public List<Long> ids(String name) {
        return elements(name, (value, place) -> Scalars.number(value, place, 1, Long.MAX_VALUE));
    }

    /** Revisions by position; {@link RecordChange#ANY} for null. */
    public List<Long> revisions(String name) {
        return elements(
                name,
                (value, place) ->
                        value.isNull() || value.isString() && value.asString().isBlank()
                                ? Long.valueOf(RecordChange.ANY)
                                : Long.valueOf(Scalars.number(value, place, RecordChange.ANY, Long.MAX_VALUE)));
    }

    public List<String> texts(String name) {
        return elements(name, Scalars::text);
    }

    /** Field codes; null when not given. */
    public @Nullable List<FieldCode> fieldCodes(String name) {
        if (!has(name)) {
            return null;
        }
        return texts(name).stream()
                .filter(code -> !code.isBlank())
                .map(FieldCode::new)
                .toList();
    }

    public Parameters object(String name) {
        return child(required(name), place(name));
    }

    /** The JSON object, or an empty one when not given. */
    public ObjectNode json(String name) {
        if (!has(name)) {
            return Json.object();
        }
        return child(values.get(name), place(name)).values;
    }

    public JsonNode raw(String name) {
        return required(name);
    }

    /** JSON objects as they came. */
    public List<ObjectNode> rawObjects(String name) {
        return objects(name).stream().map(one -> one.values).toList();
    }

    /** Everything that was given, but the request token: for a body that is itself the thing sent. */
    public ObjectNode tree() {
        ObjectNode tree = values.deepCopy();
        tree.remove(REQUEST_TOKEN);
        return tree;
    }

    public List<Parameters> objects(String name) {
        return elements(name, Parameters::child);
    }

    /** The problem that names this parameter, to be thrown. */
    public PlatformException refuse(String name, String key, Object... args) {
        return bad(name, key, args).asException();
    }

    /** What is wrong with this parameter, to be thrown together with more. */
    public Problem.BadParameter bad(String name, String key, Object... args) {
        return Problem.BadParameter.of(place(name), key, args);
    }

    private JsonNode required(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            throw refuse(name, "required");
        }
        return value;
    }

    private <T> List<T> elements(String name, Scalars.Reader<T> reader) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode value = values.get(name);
        if (value.isString()) {
            // A lone value in a query string.
            return List.of(reader.read(value, place(name)));
        }
        if (!value.isArray()) {
            throw new Problem.BadJson(place(name) + " is no list").asException();
        }
        List<T> read = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            read.add(reader.read(element, place(name) + "[" + read.size() + "]"));
        }
        return read;
    }

    private static Parameters child(JsonNode value, String place) {
        if (!(value instanceof ObjectNode object)) {
            throw new Problem.BadJson(place + " is no object").asException();
        }
        return new Parameters(object, place + ".");
    }

    private String place(String name) {
        return path + name;
    }
}
