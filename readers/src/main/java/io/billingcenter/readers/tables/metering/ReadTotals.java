package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.time.BillingDay;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sums of the readings that count. */
public final class ReadTotals {

    /**
     * The sums of a billing day.
     *
     * @param workspaces number of workspaces that were read
     * @param files number of files
     * @param records number of records
     * @param accepted records that count
     * @param duplicates records that repeat another
     * @param conflicts records whose id another record has with other content
     * @param quarantined records that cannot be read
     * @param unreadableFiles files that cannot be read
     */
    public record OfDay(
            long workspaces,
            long files,
            long records,
            long accepted,
            long duplicates,
            long conflicts,
            long quarantined,
            long unreadableFiles) {}

    private final JdbcTemplate jdbc;

    /** Reads from that database. */
    public ReadTotals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the sums of a day; zeros when it was not read. */
    public OfDay of(BillingDay day) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                SELECT COUNT(*) AS workspaces, SUM(files) AS files, SUM(records) AS records, SUM(accepted) AS accepted,
                  SUM(duplicates) AS duplicates, SUM(conflicts) AS conflicts, SUM(quarantined) AS quarantined,
                  SUM(unreadable_files) AS unreadable_files
                FROM day_reading WHERE billing_day = ? AND is_current = TRUE""",
                (row, number) -> new OfDay(
                        row.getLong("workspaces"),
                        row.getLong("files"),
                        row.getLong("records"),
                        row.getLong("accepted"),
                        row.getLong("duplicates"),
                        row.getLong("conflicts"),
                        row.getLong("quarantined"),
                        row.getLong("unreadable_files")),
                day.date()));
    }

    /** Returns the last day that was ever read. */
    public Optional<BillingDay> lastDay() {
        LocalDate last = jdbc.queryForObject("SELECT MAX(billing_day) FROM day_reading", LocalDate.class);
        return Optional.ofNullable(last).map(BillingDay::new);
    }
}
