package io.billingcenter.jobs.launch;

import com.zaxxer.hikari.HikariDataSource;
import io.billingcenter.config.BillingSettings;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The database: whoever gets it finds the tables of the newest migration in it. */
@Configuration(proxyBeanMethods = false)
class DatabaseSetup {

    /** Connections beside those of the partitions: of the run, its lock, the job repository, and one to spare. */
    private static final int FURTHER_CONNECTIONS = 4;

    /** Who owns an embedded database. */
    private static final String EMBEDDED_USER = "SA";

    @Bean
    HikariDataSource dataSource(DatabaseAddress address, EmbeddedLock lock, BillingSettings settings) {
        lock.acquire();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.url());
        pool.setUsername(textOr(address.isEmbedded() ? EMBEDDED_USER : null, settings.dbUser()));
        pool.setPassword(textOr(null, settings.dbPassword()));
        pool.setMaximumPoolSize(settings.metering().effectiveThreads() + FURTHER_CONNECTIONS);
        try {
            new Migrations(pool, address).apply();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return pool;
    }

    /** Of a server without settings for them, user and password are in the URL. */
    private static @Nullable String textOr(@Nullable String otherwise, String setting) {
        return setting.isBlank() ? otherwise : setting;
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }
}
