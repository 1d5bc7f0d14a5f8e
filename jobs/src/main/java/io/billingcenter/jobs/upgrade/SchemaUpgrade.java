package io.billingcenter.jobs.upgrade;

import io.billingcenter.domain.guard.Consent;
import io.billingcenter.domain.reconciliation.OutOfBalanceException;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.runs.Run;
import io.billingcenter.jobs.launch.DatabaseUpgrade;
import io.billingcenter.jobs.launch.OlderDatabase;
import io.billingcenter.jobs.reconciliation.RunSeals;
import io.billingcenter.readers.tables.upgrade.SchemaUpgradeReader;
import io.billingcenter.writers.tables.guard.ConsentWriter;
import io.billingcenter.writers.tables.runs.RunWriter;
import io.billingcenter.writers.tables.upgrade.SchemaUpgradeWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Upgrades a database of an older program: verifies its rows, copies an embedded one, applies the migrations, fills new
 * tables from old ones, and seals the result. Each part is recorded or can be repeated, so that the next command resumes an
 * upgrade that was interrupted.
 */
public final class SchemaUpgrade implements DatabaseUpgrade {

    private static final String JOB = "migrate";
    private static final int SHOWN = 20;

    private final Clock clock;
    private final Path out;
    private final Consumer<String> notes;
    private final @Nullable String reason;
    private boolean upgraded;

    /**
     * An upgrade.
     *
     * @param out folder of the delivered files
     * @param notes receives lines for the user
     * @param reason reason for which differences from the seals are accepted; null when they are not
     */
    public SchemaUpgrade(Clock clock, Path out, Consumer<String> notes, @Nullable String reason) {
        this.clock = clock;
        this.out = out;
        this.notes = notes;
        this.reason = reason;
    }

    /** Returns whether a database was upgraded. */
    public boolean isDone() {
        return upgraded;
    }

    @Override
    public void upgrade(OlderDatabase database) {
        Instant begun = clock.instant();
        int version = database.toVersion();
        if (new SchemaUpgradeReader(database.jdbc()).isBegun(version)) {
            notes.accept("upgrade of the tables of " + database.shown() + " to version " + version + ": resumed");
        } else {
            begin(database, version);
        }
        database.migrate();
        JdbcTemplate jdbc = database.jdbc();
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        for (Consumer<JdbcTemplate> fill : SchemaBackfills.IN_ORDER) {
            transaction.executeWithoutResult(status -> fill.accept(jdbc));
        }
        transaction.executeWithoutResult(status -> seal(jdbc, version));
        upgraded = true;
        long millis = Duration.between(begun, clock.instant()).toMillis();
        notes.accept(String.format(
                Locale.ROOT, "upgraded to version %d in %d.%d s", version, millis / 1000, millis % 1000 / 100));
    }

    private void begin(OlderDatabase database, int version) {
        notes.accept("upgrading the tables of " + database.shown() + " from version " + database.fromVersion() + " to "
                + version + "; first everything in them is verified, which takes as long as ./billing verify");
        OldVerification verification = new OldVerification(database.jdbc(), out);
        ReconciliationResult rows = verification.rows();
        if (!rows.balances() && reason == null) {
            throw new OutOfBalanceException(
                    "every row as it was written and sealed before the tables are upgraded (nothing was changed; find out"
                            + " why they differ, or give ./billing migrate --accept --reason TEXT)",
                    rows);
        }
        list("accepted", rows);
        list("files, which stop nothing", verification.files());
        String oldDigest = SchemaDigest.of(database.jdbc());
        Path copy = database.copy();
        if (copy != null) {
            notes.accept("copy of the database as it was: " + copy);
        }
        boolean accepted = !rows.balances();
        new SchemaUpgradeWriter(database.jdbc())
                .begin(
                        new SchemaUpgradeWriter.Begin(
                                version,
                                database.fromVersion(),
                                oldDigest,
                                copy == null ? "" : copy.toString(),
                                rows.differences()),
                        accepted ? reason : null,
                        accepted
                                ? new Consent.Given(
                                        System.getProperty("user.name", ""),
                                        clock.instant().toString())
                                : null);
    }

    private void list(String consequence, ReconciliationResult result) {
        if (!result.balances()) {
            notes.accept(result.differences() + (result.differences() == 1 ? " difference" : " differences") + ", "
                    + consequence + ":");
            result.discrepancies().stream().limit(SHOWN).forEach(found -> notes.accept("  " + found));
        }
    }

    /** Ends the upgrade in one transaction: a run of its own seals all tables. */
    private void seal(JdbcTemplate jdbc, int version) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        RunWriter runs = new RunWriter(jdbc);
        long runId = runs.begin(new Run.Task(JOB, Integer.toString(version), null, null), 1);
        runs.finished(runId);
        SchemaUpgradeReader begun = new SchemaUpgradeReader(jdbc);
        begun.acceptances(version).forEach(new ConsentWriter(jdbc)::add);
        String newDigest = SchemaDigest.of(jdbc);
        new RunSeals(jdbc).sealSchema(runId, version, today, begun.oldDigest(version), newDigest);
        new SchemaUpgradeWriter(jdbc).end(version, newDigest);
    }
}
