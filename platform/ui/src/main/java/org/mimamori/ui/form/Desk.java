package org.mimamori.ui.form;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.record.Actions;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.ProcessService;
import org.mimamori.engine.record.RecordService;
import org.mimamori.ui.field.Displays;
import org.mimamori.ui.field.Editors;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.CurrentActor;
import org.mimamori.ui.shell.Messages;
import org.mimamori.ui.shell.Words;
import org.springframework.stereotype.Component;

/** What record pages work with. */
@Component
final class Desk {

    private final RecordService records;
    private final ProcessService process;
    private final Apps apps;
    private final Actions actions;
    private final CurrentActor current;
    private final Directory directory;
    private final Editors editors;
    private final Displays displays;
    private final Words words;
    private final Messages messages;
    private final Clock clock;
    private final List<SidePanel.Factory> panels;

    Desk(
            RecordService records,
            ProcessService process,
            Apps apps,
            Actions actions,
            CurrentActor current,
            Directory directory,
            Editors editors,
            Displays displays,
            Words words,
            Messages messages,
            Clock clock,
            List<SidePanel.Factory> panels) {
        this.records = records;
        this.process = process;
        this.apps = apps;
        this.actions = actions;
        this.current = current;
        this.directory = directory;
        this.editors = editors;
        this.displays = displays;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(SidePanel.Factory::order))
                .toList();
    }

    RecordService records() {
        return records;
    }

    ProcessService process() {
        return process;
    }

    Apps apps() {
        return apps;
    }

    Actions actions() {
        return actions;
    }

    /** The person signed in, as the directory has them now. */
    Actor.Person actor() {
        return current.get();
    }

    Editors editors() {
        return editors;
    }

    Displays displays() {
        return displays;
    }

    Words words() {
        return words;
    }

    Messages messages() {
        return messages;
    }

    List<SidePanel> panels() {
        return panels.stream().map(SidePanel.Factory::create).toList();
    }

    FieldContext context(AppDefinition app, long record) {
        return FieldContext.of(app, record, actor(), words, directory, clock);
    }
}
