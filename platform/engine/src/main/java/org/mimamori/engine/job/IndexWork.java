package org.mimamori.engine.job;

import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppStore;

/** Makes the indexes of an app with many records that a deployment has left for later. */
public final class IndexWork implements Work {

    private final AppStore store;
    private final AppCatalog catalog;

    public IndexWork(AppStore store, AppCatalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    @Override
    public Job.Kind kind() {
        return Job.Kind.BUILD_INDEXES;
    }

    @Override
    public Outcome run(Job job, Progress progress) {
        catalog.find(job.app())
                .ifPresent(app -> store.buildIndexes(app, new AppStore.IndexProgress() {
                    @Override
                    public void start(int indexes) {
                        progress.start(indexes);
                    }

                    @Override
                    public void made(int done) {
                        progress.advance(done, 1);
                    }
                }));
        return Outcome.DONE;
    }
}
