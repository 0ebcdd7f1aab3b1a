package org.mimamori.engine.field;

import java.util.Set;
import org.mimamori.engine.text.PlainText;
import org.mimamori.engine.text.SafeHtml;

/** Text with formatting, kept as safe HTML. */
@FieldType("RICH_TEXT")
public record RichTextField(FieldCode code, String label, boolean noLabel, boolean required, String defaultValue)
        implements Field {

    @Override
    public Shape shape() {
        return Shape.TEXT;
    }

    /** Only harmless HTML is kept; HTML that says nothing is blank. */
    @Override
    public Value normalize(Value value) {
        return value instanceof Value.Text(String html) ? safe(html) : value;
    }

    @Override
    public Value initial(Initial initial) {
        return safe(defaultValue);
    }

    @Override
    public String plainText(Value value) {
        return value instanceof Value.Text(String html) ? PlainText.of(html) : "";
    }

    @Override
    public Set<Operator> operators() {
        return MultiLineTextField.OPERATORS;
    }

    @Override
    public boolean sortable() {
        return false;
    }

    private static Value safe(String html) {
        String safe = SafeHtml.of(html);
        return PlainText.of(safe).isEmpty() ? Value.BLANK : new Value.Text(safe);
    }

    @Override
    public boolean calculable() {
        return false;
    }
}
