package org.mimamori.ui.comment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.ui.shell.DirectoryNames;
import org.mimamori.ui.shell.Words;

/** What a comment says, and to whom. */
final class CommentText extends Div {

    CommentText(Comment comment, DirectoryNames names, Words words) {
        addClassName("comment-text");
        List<TextPiece> pieces = TextPiece.of(
                comment.text(),
                comment.mentions().stream()
                        .flatMap(ref -> names.everywhere(ref).stream())
                        .toList());
        List<EntityRef> unwritten = comment.mentions().stream()
                .filter(ref -> names.everywhere(ref).stream().noneMatch(name -> written(name, pieces)))
                .toList();
        if (!unwritten.isEmpty()) {
            add(addressees(unwritten, names, words));
        }
        pieces.stream().map(CommentText::shown).forEach(this::add);
    }

    /** Programs mention people without writing their names into the text. */
    private static Div addressees(List<EntityRef> refs, DirectoryNames names, Words words) {
        Div line = new Div(new Span(words.of("comment.to")));
        line.addClassName("addressees");
        refs.forEach(ref -> line.add(mention("@" + names.withPlace(ref))));
        return line;
    }

    private static boolean written(String name, List<TextPiece> pieces) {
        return pieces.stream()
                .anyMatch(piece -> piece instanceof TextPiece.Mentioned(String text)
                        && text.substring(1).equals(name));
    }

    private static Component shown(TextPiece piece) {
        return switch (piece) {
            case TextPiece.Plain(String text) -> new Text(text);
            case TextPiece.Mentioned(String text) -> mention(text);
            case TextPiece.Link(String address) -> link(address);
        };
    }

    private static Span mention(String text) {
        Span mention = new Span(text);
        mention.addClassName("mention");
        return mention;
    }

    private static Anchor link(String address) {
        Anchor link = new Anchor(address, address, AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer nofollow");
        return link;
    }
}
