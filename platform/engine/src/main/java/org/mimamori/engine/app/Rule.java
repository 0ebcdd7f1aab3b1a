package org.mimamori.engine.app;

import java.util.List;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.text.LocalText;

/**
 * A rule of a form, which kintone lacks. Enforced on every write, whatever way it comes. While a record meets
 * {@code when}, as it will be saved and with its system fields (a new record is created now):
 *
 * <ul>
 *   <li>the fields of {@code require} must be filled;
 *   <li>the condition {@code check} must hold, and the texts of the fields {@code at} must match {@code pattern}, or
 *       the record is refused with {@code message} at {@code at};
 *   <li>the fields of {@code show} are shown; a field that some rule lists is hidden while none of those rules holds;
 *   <li>the fields of {@code fix} keep the values they have: here {@code when} asks the record as it was before the
 *       write, so that a record may still be brought into that state.
 * </ul>
 *
 * @param name names the rule in the definition's translations and in problems
 * @param when condition in the query language; empty for always
 * @param check condition in the query language; empty for none
 * @param pattern regular expression for the whole text; empty for none. Blank values are not matched against it
 * @param at fields the message of a failed check stands at
 */
public record Rule(
        String name,
        String when,
        List<FieldCode> require,
        List<FieldCode> show,
        List<FieldCode> fix,
        String check,
        String pattern,
        List<FieldCode> at,
        LocalText message) {

    public Rule {
        require = List.copyOf(require);
        show = List.copyOf(show);
        fix = List.copyOf(fix);
        at = List.copyOf(at);
    }
}
