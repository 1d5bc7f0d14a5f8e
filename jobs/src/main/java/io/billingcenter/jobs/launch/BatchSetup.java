package io.billingcenter.jobs.launch;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** Spring Batch: its runs are kept in the database of the suite. */
@Configuration(proxyBeanMethods = false)
class BatchSetup extends JdbcDefaultBatchConfiguration {

    /** Longer than {@link GracefulStop} waits for the work in flight. */
    private static final long LONGEST_STOP_MILLIS = 300_000;

    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;

    BatchSetup(DataSource dataSource, PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    @Bean
    static DefaultLifecycleProcessor lifecycleProcessor() {
        DefaultLifecycleProcessor processor = new DefaultLifecycleProcessor();
        processor.setTimeoutPerShutdownPhase(LONGEST_STOP_MILLIS);
        return processor;
    }

    @Override
    protected DataSource getDataSource() {
        return dataSource;
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return transactions;
    }

    /** One run at a time is seen to by {@link RunLock}; the default, serializable, would fail beside other transactions. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }
}
