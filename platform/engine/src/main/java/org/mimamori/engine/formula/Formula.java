package org.mimamori.engine.formula;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimamori.engine.field.FieldCode;

/** A formula as parsed; immutable. */
public final class Formula {

    private final Node root;

    private Formula(Node root) {
        this.root = root;
    }

    /**
     * Parses formula text.
     *
     * @throws FormulaFault if it does not parse, calls an unknown function or passes it a wrong number of arguments
     */
    public static Formula parse(String text) throws FormulaFault {
        return new Formula(FormulaParser.parse(text));
    }

    /** Names of all functions, for the builder's help. */
    public static Iterable<String> functionNames() {
        return FunctionBook.names();
    }

    /** Every field (or roll-up) the formula reads. */
    public Set<FieldCode> mentions() {
        return parts(root)
                .filter(Node.Name.class::isInstance)
                .map(name -> new FieldCode(((Node.Name) name).code()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether its value changes with time alone (TODAY, NOW, AGE): such fields are recalculated each day. */
    public boolean dependsOnTime() {
        return parts(root).anyMatch(part -> part instanceof Node.Call call && asksTheTime(call));
    }

    Node root() {
        return root;
    }

    private static boolean asksTheTime(Node.Call call) {
        return switch (call.function().name()) {
            case "TODAY", "NOW" -> true;
            case "AGE" -> call.args().size() == 1;
            default -> false;
        };
    }

    private static Stream<Node> parts(Node node) {
        Stream<Node> inner = switch (node) {
            case Node.Decimal number -> Stream.of();
            case Node.Text text -> Stream.of();
            case Node.Name name -> Stream.of();
            case Node.Call call -> call.args().stream().flatMap(Formula::parts);
            case Node.Unary unary -> parts(unary.of());
            case Node.Binary binary -> Stream.concat(parts(binary.left()), parts(binary.right()));
        };
        return Stream.concat(Stream.of(node), inner);
    }
}
