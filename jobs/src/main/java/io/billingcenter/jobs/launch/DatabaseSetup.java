package io.billingcenter.jobs.launch;

import java.util.Map;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What differs between the databases. */
@Configuration(proxyBeanMethods = false)
class DatabaseSetup {

    private static final Map<String, String> HSQLDB_TYPES = Map.of(
            "id", "VARCHAR(64)",
            "code", "VARCHAR(32)",
            "path", "VARCHAR(1024)",
            "text", "VARCHAR(4000)",
            "bytes", "VARBINARY(1048576)");

    /** Ids, codes and paths are compared by code point, whatever the collation of the server. */
    private static final Map<String, String> POSTGRESQL_TYPES = Map.of(
            "id", "VARCHAR(64) COLLATE \"C\"",
            "code", "VARCHAR(32) COLLATE \"C\"",
            "path", "VARCHAR(1024) COLLATE \"C\"",
            "text", "VARCHAR(4000)",
            "bytes", "BYTEA");

    @Bean
    FlywayConfigurationCustomizer columnTypes(DatabaseAddress address) {
        return flyway -> flyway.placeholders(address.isPostgresql() ? POSTGRESQL_TYPES : HSQLDB_TYPES);
    }
}
