package org.mimamori.engine.store;

import org.junit.jupiter.api.Nested;

/** Every contract, for one kind of server. */
abstract class AllContracts {

    protected static final MovableClock CLOCK = new MovableClock();

    protected abstract TestStores testStores();

    private MongoStores stores() {
        return testStores().get();
    }

    @Nested
    class Records extends RecordStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Corpus extends QueryCorpusContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Differential extends FilterDifferentialContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class IndexUse extends IndexUseContract {
        @Override
        protected TestStores testStores() {
            return AllContracts.this.testStores();
        }
    }

    @Nested
    class Transactions extends TransactionsContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Apps extends AppStoreContract {
        @Override
        protected TestStores testStores() {
            return AllContracts.this.testStores();
        }
    }

    @Nested
    class Directory extends DirectoryStoreContract {
        @Override
        protected TestStores testStores() {
            return AllContracts.this.testStores();
        }
    }

    @Nested
    class Changes extends ChangeStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }

        @Override
        protected MovableClock clock() {
            return CLOCK;
        }
    }

    @Nested
    class Comments extends CommentStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Spaces extends SpaceStoreContract {
        @Override
        protected TestStores testStores() {
            return AllContracts.this.testStores();
        }
    }

    @Nested
    class OAuth extends OAuthStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Inbox extends InboxStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Jobs extends JobStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }

        @Override
        protected MovableClock clock() {
            return CLOCK;
        }
    }

    @Nested
    class Crossings extends CrossingStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Deliveries extends DeliveryStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Files extends FileStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Start extends StartContract {
        @Override
        protected TestStores testStores() {
            return AllContracts.this.testStores();
        }
    }

    @Nested
    class Reports extends ReportStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Snapshots extends SnapshotStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Imports extends ImportStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }

    @Nested
    class Plugins extends PluginStoreContract {
        @Override
        protected MongoStores stores() {
            return AllContracts.this.stores();
        }
    }
}
