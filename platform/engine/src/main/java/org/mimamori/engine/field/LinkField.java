package org.mimamori.engine.field;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.node.ObjectNode;

/** A web address, telephone number or mail address that can be followed; or a lookup of one. */
@FieldType("LINK")
public record LinkField(
        FieldCode code,
        String label,
        boolean noLabel,
        boolean required,
        boolean unique,
        @Nullable Integer maxLength,
        @Nullable Integer minLength,
        String defaultValue,
        LinkProtocol protocol,
        @Nullable Lookup lookup)
        implements Field {

    /**
     * With {@code http} or {@code https}, or with no scheme at all, and then without a colon before the path: nobody's
     * browser, ours or that of a client of the API, must ever be led to run what a record says.
     */
    private static final Pattern WEB =
            Pattern.compile("(?i)(https?://[^\\s\\p{Cntrl}/?#<>\"\\\\]|[^\\s\\p{Cntrl}:/?#<>\"\\\\]+([/?#]|$))"
                    + "[^\\s\\p{Cntrl}<>\"\\\\]*");

    private static final Pattern SCHEME = Pattern.compile("(?i)https?://.*");

    private static final Pattern CALL = Pattern.compile("[+#*]?[0-9][0-9 ()#*,;./-]*");

    private static final Pattern MAIL = Pattern.compile("[^\\s\\p{Cntrl}<>\":?&@]+@[^\\s\\p{Cntrl}<>\":?&@]+");

    public LinkField {
        TextLength.of(minLength, maxLength, unique).require(defaultValue);
        FieldSettingsFault.unless(
                defaultValue.isEmpty() || leadsSomewhere(protocol, defaultValue),
                "defaultValue",
                "settings.defaultBreaksRule");
        Lookups.require(lookup, unique || !defaultValue.isEmpty());
    }

    @Override
    public Shape shape() {
        return Shape.TEXT;
    }

    @Override
    public Value normalize(Value value) {
        return value instanceof Value.Text(String text) ? Value.text(text.strip()) : value;
    }

    @Override
    public Value initial(Initial initial) {
        return Value.text(defaultValue);
    }

    @Override
    public void check(Value value, Consumer<FieldProblem> problems) {
        TextLength.of(minLength, maxLength, unique).check(code, value, problems);
        if (value instanceof Value.Text(String text) && !leadsSomewhere(protocol, text)) {
            problems.accept(FieldProblem.of(code.text(), problem()));
        }
    }

    /** The address a screen may link to; empty for a value that leads nowhere safe, such as one from before a rule. */
    public Optional<String> href(Value value) {
        return value instanceof Value.Text(String text) && leadsSomewhere(protocol, text)
                ? Optional.of(href(text))
                : Optional.empty();
    }

    @Override
    public ObjectNode valueSchema() {
        return TextLength.of(minLength, maxLength, unique).describe(ValueSchemas.of(this));
    }

    private String href(String text) {
        return switch (protocol) {
            case WEB -> SCHEME.matcher(text).matches() ? text : "https://" + text;
            case CALL -> "tel:" + halfWidth(text).replaceAll("[^0-9+#*,;]", "");
            case MAIL -> "mailto:" + text;
        };
    }

    private String problem() {
        return switch (protocol) {
            case WEB -> "link.notAWebAddress";
            case CALL -> "link.notAPhoneNumber";
            case MAIL -> "link.notAMailAddress";
        };
    }

    private static boolean leadsSomewhere(LinkProtocol protocol, String text) {
        return switch (protocol) {
            case WEB -> WEB.matcher(text).matches();
            case CALL -> CALL.matcher(halfWidth(text)).matches();
            case MAIL -> MAIL.matcher(text).matches();
        };
    }

    /** Telephone numbers are often typed in full width. */
    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u30fc', '-')
                .replace('\u2010', '-');
    }

    /** kintone keeps addresses from formulas, and lookups by one. */
    @Override
    public boolean calculable() {
        return false;
    }
}
