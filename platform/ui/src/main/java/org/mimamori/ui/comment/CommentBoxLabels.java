package org.mimamori.ui.comment;

import org.mimamori.ui.shell.Words;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The words the browser's part of the comment box needs. Counts are filled in there, at {@code #}. */
final class CommentBoxLabels {

    private CommentBoxLabels() {}

    static ObjectNode of(Words words) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        for (String key : new String[] {
            "label",
            "placeholder",
            "send",
            "cancel",
            "hint",
            "mention",
            "choices",
            "noChoice",
            "told",
            "untell",
            "tooLong",
            "tooMany",
            "USER",
            "ORGANIZATION",
            "GROUP"
        }) {
            labels.put(key, words.of("comment.box." + key));
        }
        return labels;
    }
}
