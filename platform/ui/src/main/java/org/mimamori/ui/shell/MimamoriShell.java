package org.mimamori.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/** What every page of the screens loads. Only files of ours and of the ready-made bundle: nothing from elsewhere. */
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://styles/tokens.css")
@StyleSheet("context://styles/shell.css")
@StyleSheet("context://styles/comment.css")
@Viewport("width=device-width, initial-scale=1")
public class MimamoriShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "images/mimamori.svg");
        settings.addMetaTag("referrer", "same-origin");
        settings.addMetaTag("robots", "noindex, nofollow");
        settings.addMetaTag("color-scheme", "light");
        settings.addMetaTag("format-detection", "telephone=no");
    }
}
