package org.mimamori.engine.surface;

import java.util.List;

/** One way in which something of records reaches a person. */
interface Surface {

    /** All there are. Whoever adds a way out adds it here. */
    List<Surface> ALL = List.of(
            new AppSurface(),
            new GetSurface(),
            new ListSurface(),
            new SearchSurface(),
            new RightsSurface(),
            new WriteSurface(),
            new CommentSurface(),
            new HistorySurface(),
            new FileSurface(),
            new RelatedSurface(),
            new LookupSurface(),
            new InboxSurface(),
            new WebhookSurface(),
            new ProcessSurface(),
            new ReportSurface(),
            new ActionSurface(),
            new SearchAllSurface());

    /** Asks the engine as the person and compares with what the rules say; throws on any disagreement. */
    void check(Scene scene);
}
