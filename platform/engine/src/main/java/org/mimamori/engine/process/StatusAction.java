package org.mimamori.engine.process;

import java.util.List;
import org.mimamori.engine.text.LocalText;

/**
 * A way from one status to another.
 *
 * @param name its base is what programs call it by
 * @param filterCond what a record must meet; empty for any
 * @param executors who may take it whoever the assignees are, for what kintone calls a secondary action; empty for an
 *     action of the assignees
 */
public record StatusAction(LocalText name, String from, String to, String filterCond, List<ProcessEntity> executors) {

    public StatusAction {
        executors = List.copyOf(executors);
    }

    /** Whether others than the assignees take it. */
    public boolean isSecondary() {
        return !executors.isEmpty();
    }

    /** Whether somebody means this action by that name: its own, or a translation of it. */
    public boolean isCalled(String wanted) {
        return name.base().equals(wanted) || name.translations().containsValue(wanted);
    }
}
