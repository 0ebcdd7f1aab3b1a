package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FileField;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.LinkField;
import org.mimamori.engine.field.RelatedRecords;
import org.mimamori.engine.field.RichTextField;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.Attachments;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.text.SafeHtml;
import org.mimamori.ui.shell.CurrentActor;
import org.springframework.beans.factory.annotation.Autowired;

/** Finds how a field's value is shown on a page: as its type wants it, or else by the shape of the value. */
@org.springframework.stereotype.Component
public final class Displays {

    private static final int THUMBNAIL = 150;

    private final Sources sources;
    private final Supplier<Actor.Person> actor;

    @Autowired
    Displays(RecordService records, Apps apps, Attachments attachments, CurrentActor current) {
        this(new Sources(records, apps, attachments), current::get);
    }

    Displays(Sources sources, Supplier<Actor.Person> actor) {
        this.sources = sources;
        this.actor = actor;
    }

    public Display of(Field field, FieldContext context, Place place) {
        RelatedRecords related = field.relatedRecords();
        if (related != null) {
            return new RelatedList(field, related, context, sources, actor);
        }
        return new ShownValue(field, context, place, value -> content(field, value, context));
    }

    private Component content(Field field, Value value, FieldContext context) {
        return switch (value) {
            case Value.Text(String text) -> text(field, text);
            case Value.Files(List<FileRef> files) -> files(field, files, context);
            case Value.Rows(List<Row> rows) -> table(field, rows, context);
            case Value.Date(LocalDate date) -> date(date, context);
            case Value.Entities(List<EntityRef> refs) -> entities(refs, context);
            case Value.Blank blank -> plain(field, blank, context);
            case Value.Decimal decimal -> plain(field, decimal, context);
            case Value.Choice choice -> plain(field, choice, context);
            case Value.Choices choices -> plain(field, choices, context);
            case Value.Time time -> plain(field, time, context);
            case Value.Moment moment -> plain(field, moment, context);
            case Value.Entity entity -> plain(field, entity, context);
        };
    }

    private static Component plain(Field field, Value value, FieldContext context) {
        return new Span(new ValueTexts(context).of(field, value));
    }

    private static Component text(Field field, String text) {
        return switch (field) {
            case RichTextField rich -> new Html("<div class=\"mm-rich\">" + SafeHtml.of(text) + "</div>");
            case LinkField link -> link(link, text);
            default -> {
                Span span = new Span(text);
                span.addClassName("mm-text");
                yield span;
            }
        };
    }

    private static Component link(LinkField field, String text) {
        return field.href(new Value.Text(text))
                .<Component>map(href -> {
                    Anchor anchor = new Anchor();
                    anchor.setUnsafeHref(href);
                    anchor.setText(text);
                    anchor.setTarget(AnchorTarget.BLANK);
                    anchor.getElement().setAttribute("rel", "noopener noreferrer");
                    return anchor;
                })
                .orElseGet(() -> new Span(text));
    }

    private Component files(Field field, List<FileRef> files, FieldContext context) {
        int thumbnail = field instanceof FileField settings ? settings.thumbnailSize() : THUMBNAIL;
        FileLinks links = new FileLinks(sources.attachments(), actor, context.words());
        Div list = new Div();
        list.addClassName("mm-files");
        files.forEach(file -> list.add(links.link(file, thumbnail)));
        return list;
    }

    /** Japanese offices read and write years by era, so the era stands beside every day. */
    private static Component date(LocalDate date, FieldContext context) {
        Span day = new Span(DayTexts.day(date, context.locale()));
        if (!context.locale().getLanguage().equals(Locale.JAPANESE.getLanguage())) {
            return day;
        }
        Span era = new Span(JapaneseDays.era(date));
        era.addClassName("mm-era");
        return new Span(day, era);
    }

    private static Component entities(List<EntityRef> refs, FieldContext context) {
        Div list = new Div();
        list.addClassName("mm-entities");
        for (EntityRef ref : refs) {
            Span chip = new Span(context.name(ref));
            chip.addClassName("mm-entity");
            String affiliation = context.affiliation(ref);
            if (!affiliation.isEmpty()) {
                chip.setTitle(affiliation);
            }
            list.add(chip);
        }
        return list;
    }

    private Component table(Field table, List<Row> rows, FieldContext context) {
        return new ShownTable(table, rows, context, inner -> of(inner, context, Place.ROW));
    }
}
