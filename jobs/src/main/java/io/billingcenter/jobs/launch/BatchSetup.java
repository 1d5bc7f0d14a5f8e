package io.billingcenter.jobs.launch;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** The configuration of Spring Batch; its job repository is in the database of the suite. */
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

    /** Returns a weaker isolation than the default, which fails beside other transactions; {@link RunLock} admits one run. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }
}
