package org.mimamori.engine.app;

import java.util.List;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.text.LocalText;

/**
 * A rule of a form, which kintone lacks. While a record meets {@code when}: the fields of {@code require} must be
 * filled, and the condition {@code check} must hold, or the record is refused with {@code message} at {@code at}. The
 * fields of {@code show} are shown only while some rule that lists them holds. Enforced on every write, whatever way it
 * comes.
 *
 * @param when condition in the query language; empty for always
 * @param check condition in the query language; empty for none
 * @param at field the message of a failed check stands at
 */
public record Rule(
        String when,
        List<FieldCode> require,
        List<FieldCode> show,
        String check,
        List<FieldCode> at,
        LocalText message) {

    public Rule {
        require = List.copyOf(require);
        show = List.copyOf(show);
        at = List.copyOf(at);
    }
}
