package io.billingcenter.jobs.launch;

import io.billingcenter.config.ColumnTypes;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What differs between the databases. */
@Configuration(proxyBeanMethods = false)
class DatabaseSetup {

    @Bean
    FlywayConfigurationCustomizer columnTypes(DatabaseAddress address) {
        return flyway -> flyway.placeholders(address.isPostgresql() ? ColumnTypes.POSTGRESQL : ColumnTypes.HSQLDB);
    }
}
