package io.billingcenter.jobs.guard;

import io.billingcenter.domain.guard.Acknowledgement;
import io.billingcenter.domain.guard.CellSelection;
import io.billingcenter.domain.guard.Consent;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.guard.ConsentReader;
import io.billingcenter.readers.tables.guard.ConsentReader.StoredStop;
import io.billingcenter.writers.tables.guard.ConsentWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The consents and acknowledgements that users give, stored with name and time. The caller holds the lock of the run; every
 * method is a transaction, or part of the caller's.
 */
@Component
public class ConsentBook {

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ConsentBook(JdbcTemplate jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Stores consents to stops, all or none; an earlier consent is not changed.
     *
     * @throws IllegalArgumentException when no run was stopped with one of the fingerprints
     */
    public List<StoredStop> confirm(List<String> fingerprints, String reason) {
        ConsentReader reader = new ConsentReader(jdbc);
        List<StoredStop> stops = fingerprints.stream()
                .distinct()
                .map(fingerprint -> reader.find(fingerprint).orElseThrow(() -> unknown(fingerprint)))
                .toList();
        transaction.executeWithoutResult(status -> stops.stream()
                .filter(stop -> !stop.consented())
                .forEach(stop ->
                        new ConsentWriter(jdbc).add(Consent.of(ConsentKind.STOP, stop.subject(), reason, given()))));
        return stops;
    }

    /** Stores a consent to the charges of an account for billing days, including the last one. */
    public void confirmAccount(String account, BillingDay from, BillingDay until, String reason) {
        add(new Consent(ConsentKind.ACCOUNT, account, from, until, reason, given()));
    }

    /** Stores a consent that is not limited to days. */
    public void consent(ConsentKind kind, String subject, String reason) {
        add(Consent.of(kind, subject, reason, given()));
    }

    /**
     * Stores an acknowledgement of cells.
     *
     * @param until last billing day of later cells; null for the present cells alone
     */
    public void acknowledge(
            CellSelection selection, @Nullable BillingDay until, String note, Collection<OpenCell.Key> cells) {
        Acknowledgement acknowledgement = new Acknowledgement(
                selection.workspace(), selection.from(), until, selection.reason(), selection.meter(), note, given());
        transaction.executeWithoutResult(status -> new ConsentWriter(jdbc).add(acknowledgement, cells));
    }

    private void add(Consent consent) {
        transaction.executeWithoutResult(status -> new ConsentWriter(jdbc).add(consent));
    }

    private Consent.Given given() {
        return new Consent.Given(
                System.getProperty("user.name", "unknown"),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static IllegalArgumentException unknown(String fingerprint) {
        return new IllegalArgumentException("Expected the fingerprint of a run that a guard stopped, found '"
                + fingerprint + "'; copy it from the output of the stopped run");
    }
}
