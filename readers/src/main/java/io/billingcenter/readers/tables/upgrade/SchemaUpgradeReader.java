package io.billingcenter.readers.tables.upgrade;

import io.billingcenter.domain.guard.Consent;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.readers.tables.paging.TableNames;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the upgrades that were begun on a database. */
public final class SchemaUpgradeReader {

    private final JdbcTemplate jdbc;

    /** A reader of this database. */
    public SchemaUpgradeReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether an upgrade to a version of the tables was begun. */
    public boolean isBegun(int version) {
        if (!TableNames.has(jdbc, "schema_upgrade")) {
            return false;
        }
        Integer rows = jdbc.queryForObject(
                "SELECT COUNT(*) FROM schema_upgrade WHERE schema_version = ?", Integer.class, version);
        return rows != null && rows > 0;
    }

    /** Returns the digest of the database before the upgrade to a version. */
    public String oldDigest(int version) {
        return jdbc.query(
                        "SELECT old_digest FROM schema_upgrade WHERE schema_version = ?",
                        (row, number) -> row.getString("old_digest"),
                        version)
                .get(0);
    }

    /** Returns the consent of the person who accepted differences; empty when there were none. */
    public List<Consent> acceptances(int version) {
        return jdbc.query(
                "SELECT reason, given_by, given_at FROM schema_upgrade WHERE schema_version = ? AND reason IS NOT NULL",
                (row, number) -> Consent.of(
                        ConsentKind.MIGRATE,
                        "schema " + version,
                        row.getString("reason"),
                        new Consent.Given(row.getString("given_by"), row.getString("given_at"))),
                version);
    }
}
