package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import tools.jackson.databind.JsonNode;

/** Reads the rules of a form. */
final class RulesReader {

    private static final Place PLACE = Place.ROOT.at("rules");

    private final References references;
    private final Translations translations;
    private final Set<String> names = new HashSet<>();

    RulesReader(References references, Translations translations) {
        this.references = references;
        this.translations = translations;
    }

    List<Rule> read(JsonNode rules) {
        List<Rule> read = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            read.add(rule(rules.get(i), PLACE.at(i)));
        }
        return read;
    }

    private Rule rule(JsonNode rule, Place place) {
        String name = Json.text(rule, "name");
        if (!names.add(name)) {
            references.findings().add(place.at("name"), "rule.nameTwice", name);
        }
        Rule read = new Rule(
                name,
                references.condition(rule, "when", place),
                references.topFields(rule, "require", place),
                shown(rule, place),
                references.topFields(rule, "fix", place),
                references.condition(rule, "check", place),
                pattern(rule, place),
                references.topFields(rule, "at", place),
                translations.message(name, Json.text(rule, "message")));
        checkSense(read, place);
        return read;
    }

    /** What a rule shows may be a group as well as a field. */
    private List<FieldCode> shown(JsonNode rule, Place place) {
        List<FieldCode> codes = Json.codes(rule, "show");
        for (int i = 0; i < codes.size(); i++) {
            if (!references.form().declared().contains(codes.get(i))) {
                references.topField(codes.get(i), place.at("show").at(i));
            }
        }
        return codes;
    }

    private String pattern(JsonNode rule, Place place) {
        String pattern = Json.text(rule, "pattern");
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException fault) {
            references.findings().add(place.at("pattern"), "rule.badPattern", fault.getDescription());
        }
        return pattern;
    }

    private void checkSense(Rule rule, Place place) {
        boolean asks = !rule.check().isEmpty() || !rule.pattern().isEmpty();
        if (rule.require().isEmpty() && rule.show().isEmpty() && rule.fix().isEmpty() && !asks) {
            references.findings().add(place, "rule.doesNothing", rule.name());
        }
        for (int i = 0; i < rule.require().size(); i++) {
            boolean fillable = references
                    .form()
                    .field(rule.require().get(i))
                    .map(f -> f.shape() != Shape.NONE)
                    .orElse(true);
            if (!fillable) {
                references
                        .findings()
                        .add(
                                place.at("require").at(i),
                                "rule.notFillable",
                                rule.require().get(i).text());
            }
        }
        for (int i = 0; i < rule.at().size() && !rule.pattern().isEmpty(); i++) {
            if (references
                    .form()
                    .field(rule.at().get(i))
                    .filter(f -> f.shape() != Shape.TEXT)
                    .isPresent()) {
                references
                        .findings()
                        .add(
                                place.at("at").at(i),
                                "rule.patternNotText",
                                rule.at().get(i).text());
            }
        }
    }
}
