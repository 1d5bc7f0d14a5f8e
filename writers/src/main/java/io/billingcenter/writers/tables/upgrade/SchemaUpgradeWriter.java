package io.billingcenter.writers.tables.upgrade;

import io.billingcenter.domain.guard.Consent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the upgrades of a database. Their table is not part of the migrations, since it is needed before they run. */
public final class SchemaUpgradeWriter {

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS schema_upgrade (
                schema_version INTEGER NOT NULL,
                from_version   INTEGER NOT NULL,
                old_digest     VARCHAR(64) NOT NULL,
                new_digest     VARCHAR(64),
                copy_folder    VARCHAR(4000) NOT NULL,
                differences    BIGINT NOT NULL,
                reason         VARCHAR(4000),
                given_by       VARCHAR(4000),
                given_at       VARCHAR(40),
                PRIMARY KEY (schema_version)
            )""";

    /**
     * The beginning of an upgrade.
     *
     * @param version version of the tables after the upgrade
     * @param fromVersion version of the tables before it
     * @param oldDigest digest of the database before it, 64 hex digits
     * @param copyFolder folder of the copy; empty when none was made
     * @param differences number of differences from the seals
     */
    public record Begin(int version, int fromVersion, String oldDigest, String copyFolder, long differences) {}

    private final JdbcTemplate jdbc;

    /** A writer of this database. */
    public SchemaUpgradeWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores that an upgrade begins; creates the table when it is missing.
     *
     * @param reason reason for which differences are accepted; null when there are none
     * @param given person and time of the acceptance; null when there are no differences
     */
    public void begin(Begin begin, @Nullable String reason, Consent.@Nullable Given given) {
        jdbc.execute(TABLE);
        jdbc.update(
                """
                INSERT INTO schema_upgrade (schema_version, from_version, old_digest, copy_folder, differences, reason,
                  given_by, given_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                begin.version(),
                begin.fromVersion(),
                begin.oldDigest(),
                begin.copyFolder(),
                begin.differences(),
                reason,
                given == null ? null : given.who(),
                given == null ? null : given.when());
    }

    /**
     * Stores that an upgrade has ended.
     *
     * @param newDigest digest of the database after it, 64 hex digits
     */
    public void end(int version, String newDigest) {
        jdbc.update("UPDATE schema_upgrade SET new_digest = ? WHERE schema_version = ?", newDigest, version);
    }
}
