package org.mimamori.embedded.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;

/** Reads aggregation expressions, and notes the paths of the document they look at. */
public final class ExpressionParser {

    private final Set<String> paths = new TreeSet<>();

    /** The paths read by everything parsed so far; {@link Expression#WHOLE} if the document as a whole is. */
    public Set<String> paths() {
        return paths;
    }

    public Expression parse(@Nullable Object spec) {
        return switch (spec) {
            case String text when text.startsWith("$$") -> variable(text.substring(2));
            case String text when text.startsWith("$") -> field(text.substring(1));
            case Document document -> document(document);
            case List<?> list -> array(list);
            case null, default -> scope -> spec;
        };
    }

    /** The arguments of an operator that takes a list; a single one may stand without brackets. */
    List<Expression> parseAll(@Nullable Object spec) {
        return spec instanceof List<?> list ? list.stream().map(this::parse).toList() : List.of(parse(spec));
    }

    /** The arguments of an operator that takes this many. */
    List<Expression> parseExactly(String operator, @Nullable Object spec, int from, int to) {
        List<Expression> arguments = parseAll(spec);
        if (arguments.size() < from || arguments.size() > to) {
            throw CommandException.location(
                    16020,
                    "Expression " + operator + " takes " + from + " to " + to + " arguments, not " + arguments.size());
        }
        return arguments;
    }

    private Expression field(String path) {
        if (path.isEmpty() || path.startsWith(".") || path.endsWith(".")) {
            throw CommandException.location(16872, "'$" + path + "' is not a valid field path");
        }
        paths.add(path);
        List<String> parts = List.of(path.split("\\.", -1));
        return scope -> ExpressionPath.get(scope.root(), parts, 0);
    }

    private Expression variable(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        String name = parts.getFirst();
        Expression base = named(name, parts);
        return parts.size() == 1 ? base : scope -> ExpressionPath.get(base.evaluate(scope), parts, 1);
    }

    private Expression named(String name, List<String> parts) {
        return switch (name) {
            case "ROOT", "CURRENT" -> {
                paths.add(parts.size() == 1 ? Expression.WHOLE : String.join(".", parts.subList(1, parts.size())));
                yield Scope::root;
            }
            case "NOW" -> Scope::now;
            case "REMOVE" -> scope -> Missing.MISSING;
            case "DESCEND", "PRUNE", "KEEP", "CLUSTER_TIME", "USER_ROLES", "SEARCH_META" ->
                throw CommandException.notImplemented("the variable $$" + name);
            default ->
                scope -> {
                    if (!scope.variables().containsKey(name)) {
                        throw CommandException.location(17276, "Use of undefined variable: " + name);
                    }
                    return scope.variables().get(name);
                };
        };
    }

    private Expression document(Document document) {
        String first = document.isEmpty() ? "" : document.keySet().iterator().next();
        if (!first.startsWith("$")) {
            return object(document);
        }
        if (document.size() > 1) {
            throw CommandException.location(
                    15983, "an object representing an expression must have exactly one field: " + document.keySet());
        }
        return Operators.find(first).build(document.get(first), this);
    }

    private Expression object(Document document) {
        Map<String, Expression> fields = new LinkedHashMap<>();
        document.forEach((name, spec) -> fields.put(name, parse(spec)));
        return scope -> {
            Document result = new Document();
            fields.forEach((name, expression) -> {
                Object value = expression.evaluate(scope);
                if (value != Missing.MISSING) {
                    result.put(name, value);
                }
            });
            return result;
        };
    }

    private Expression array(List<?> specs) {
        List<Expression> elements = specs.stream().map(this::parse).toList();
        return scope -> {
            List<@Nullable Object> result = new ArrayList<>(elements.size());
            for (Expression element : elements) {
                Object value = element.evaluate(scope);
                result.add(value == Missing.MISSING ? null : value);
            }
            return result;
        };
    }
}
