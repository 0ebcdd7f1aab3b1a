package org.mimamori.engine.store;

import com.mongodb.MongoException;
import com.mongodb.TransactionOptions;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;

/**
 * Spring's transaction manager, which also repeats a commit whose outcome the database could not tell. Committing again
 * is harmless: the database knows whether it has already done so.
 */
final class CommittingTransactionManager extends MongoTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final int COMMITS = 3;

    CommittingTransactionManager(MongoDatabaseFactory factory, TransactionOptions options) {
        super(factory, options);
    }

    @Override
    protected void doCommit(MongoTransactionObject transaction) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                super.doCommit(transaction);
                return;
            } catch (MongoException e) {
                if (attempt == COMMITS || !Retries.isCommitUnknown(e)) {
                    throw e;
                }
            }
        }
    }
}
