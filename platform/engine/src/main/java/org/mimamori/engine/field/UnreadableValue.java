package org.mimamori.engine.field;

import java.util.List;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.JsonNode;

/** What a client sent cannot be a value of the field. Checked, because every reader of values must place it. */
public final class UnreadableValue extends Exception {

    private static final long serialVersionUID = 1L;

    /** Key for a value whose JSON type is wrong: the edges answer it as malformed JSON, as kintone does. */
    public static final String WRONG_JSON_TYPE = "wrongJsonType";

    private final String key;
    private final transient List<Object> args;
    private final transient List<FieldProblem> inside;

    public UnreadableValue(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = List.of(args);
        this.inside = List.of();
    }

    private UnreadableValue(List<FieldProblem> inside) {
        super("inside");
        this.key = "inside";
        this.args = List.of();
        this.inside = List.copyOf(inside);
    }

    /** The value itself is well formed, but parts of it are not: cells of a table, each with its place. */
    static UnreadableValue inside(List<FieldProblem> problems) {
        return new UnreadableValue(problems);
    }

    /** The JSON has another type than the value must have. */
    static UnreadableValue wrongJsonType(Shape shape, JsonNode raw) {
        return new UnreadableValue(
                WRONG_JSON_TYPE, shape.name(), raw.getNodeType().name());
    }

    /** What is wrong, as problems of the field. */
    public List<FieldProblem> at(FieldCode field) {
        return inside.isEmpty() ? List.of(FieldProblem.of(field.text(), key, args.toArray())) : inside;
    }

    /** Whether the JSON type is wrong, which makes the whole submission malformed. */
    public boolean isWrongJsonType() {
        return key.equals(WRONG_JSON_TYPE);
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }
}
