package org.mimamori.engine.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.formula.FormulaToken.Kind;

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

    /**
     * Formula text with other names of fields and all else as it was written; text that cannot be cut into names and
     * signs stays as a whole.
     */
    public static String rename(String text, UnaryOperator<String> names) {
        List<FormulaToken> tokens;
        try {
            tokens = FormulaLexer.tokens(text);
        } catch (FormulaFault unreadable) {
            return text;
        }
        StringBuilder renamed = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < tokens.size() - 1; i++) {
            FormulaToken token = tokens.get(i);
            // A name before a parenthesis is that of a function.
            if (token.kind() == Kind.NAME && tokens.get(i + 1).kind() != Kind.OPEN) {
                renamed.append(text, copied, token.position()).append(names.apply(token.text()));
                copied = token.position() + token.text().length();
            }
        }
        return renamed.append(text, copied, text.length()).toString();
    }

    /** Names of all functions in alphabetical order, for the builder's help. */
    public static List<String> functionNames() {
        return FunctionBook.names();
    }

    /** Every field (or roll-up) the formula reads. */
    public Set<FieldCode> mentions() {
        Set<FieldCode> mentions = new HashSet<>();
        for (Node part : parts()) {
            if (part instanceof Node.Name(String code)) {
                mentions.add(new FieldCode(code));
            }
        }
        return mentions;
    }

    /** Whether its value changes with time alone (TODAY, NOW, AGE): such fields are recalculated each day. */
    public boolean dependsOnTime() {
        return parts().stream().anyMatch(part -> part instanceof Node.Call call && asksTheTime(call));
    }

    /** Whether both calculate the same in the same way, however they are spaced. */
    boolean same(Formula other) {
        return root.equals(other.root);
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

    private List<Node> parts() {
        List<Node> parts = new ArrayList<>();
        collect(root, parts);
        return parts;
    }

    private static void collect(Node node, List<Node> parts) {
        parts.add(node);
        switch (node) {
            case Node.Decimal number -> {}
            case Node.Text text -> {}
            case Node.Name name -> {}
            case Node.Call call -> call.args().forEach(arg -> collect(arg, parts));
            case Node.Unary unary -> collect(unary.of(), parts);
            case Node.Binary binary -> {
                collect(binary.left(), parts);
                collect(binary.right(), parts);
            }
        }
    }
}
