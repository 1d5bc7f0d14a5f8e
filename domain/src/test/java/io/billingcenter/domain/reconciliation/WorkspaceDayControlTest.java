package io.billingcenter.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.PostedSum;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredCharge;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredHold;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Totals;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three reports at 1 CNY, in a file with five records: all stages agree, and a change of any figure is found at its
 * level.
 */
class WorkspaceDayControlTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w"), BillingDay.parse("2026-10-15"));
    private static final MeterTier REPORT = MeterTier.flat(Meter.REPORT);

    /** The stored rows; a test changes one figure of them. */
    private static final class Tables {
        private String current = "1";
        private int files = 1;
        private FileTotals day = new FileTotals("", false, 5, 3, 1, 0, 1);
        private FileTotals file = new FileTotals("f.csv", false, 5, 3, 1, 0, 1);
        private long inQuarantine = 1;
        private long measured = 3;
        private long stored = 3;
        private RatingOutcome outcome = RatingOutcome.CHARGED;
        private long charged = 3;
        private String exact = "3";
        private String amount = "3.00";
        private boolean charges = true;
        private boolean holds;
        private String postedAmount = "3.00";
        private long postedQuantity = 3;
        private Totals counted = new Totals(1, BigDecimal.valueOf(3), new BigDecimal("3.00"));
        private int ratedRevision = 1;
        private List<PostedSum> standing = List.of();

        /** The usage lost its binding after it had been charged. */
        void holdWhatWasCharged(String standingAmount) {
            outcome = RatingOutcome.HELD;
            holds = true;
            charges = false;
            counted = new Totals(1, BigDecimal.valueOf(3), BigDecimal.ZERO);
            standing = List.of(new PostedSum(
                    "a", "wallet", "CNY", REPORT, 1, BigDecimal.valueOf(3), new BigDecimal(standingAmount)));
        }

        WorkspaceDaySnapshot digests() {
            SortedMap<MeasureTier, BigInteger> measures = new TreeMap<>();
            measures.put(new MeasureTier(Measure.REPORTS_SENT, 0), BigInteger.valueOf(measured));
            String digest = new MeteredDay(DAY, List.of(), measures, "hash").contentDigest();
            List<StoredCharge> chargeRows = new ArrayList<>();
            if (charges) {
                chargeRows.add(new StoredCharge(
                        REPORT,
                        BigDecimal.valueOf(charged),
                        BigDecimal.ONE,
                        "CNY",
                        new BigDecimal(exact),
                        new BigDecimal(amount),
                        true));
            }
            return new WorkspaceDaySnapshot(
                    DAY,
                    List.of(new WorkspaceDaySnapshot.Versions("reading", current, 1)),
                    new WorkspaceDaySnapshot.Reading(
                            1,
                            files,
                            0,
                            day,
                            List.of(file),
                            List.of(),
                            Map.of("f.csv", inQuarantine),
                            new Totals(5, BigDecimal.valueOf(3), BigDecimal.ZERO)),
                    new WorkspaceDaySnapshot.Revision(1, digest, "hash", measures),
                    new WorkspaceDaySnapshot.Rating(
                            1,
                            ratedRevision,
                            outcome,
                            "a",
                            "wallet",
                            true,
                            false,
                            List.of(new Usage(REPORT, BigDecimal.valueOf(stored))),
                            chargeRows,
                            holds ? List.of(new StoredHold("no_binding", null, null)) : List.of(),
                            standing,
                            counted),
                    new WorkspaceDaySnapshot.Postings(
                            List.of(new PostedSum(
                                    "a",
                                    "wallet",
                                    "CNY",
                                    REPORT,
                                    1,
                                    BigDecimal.valueOf(postedQuantity),
                                    new BigDecimal(postedAmount))),
                            new Totals(1, BigDecimal.valueOf(3), new BigDecimal("3.00"))));
        }
    }

    private static List<Discrepancy> found(Consumer<Tables> change) {
        Tables tables = new Tables();
        change.accept(tables);
        ReconciliationResult result = new ReconciliationResult();
        new WorkspaceDayControl(result).compare(tables.digests(), true);
        return result.discrepancies();
    }

    @Test
    void stagesThatAgreeAreNoDiscrepancy() {
        assertThat(found(tables -> {})).isEmpty();
    }

    @Test
    void postingsOfAHeldDayStayAsTheyWereCharged() {
        assertThat(found(tables -> tables.holdWhatWasCharged("3.00"))).isEmpty();
        assertThat(found(tables -> tables.holdWhatWasCharged("3.01")))
                .map(Discrepancy::toString)
                .containsExactly("posted, w/2026-10-15/a/wallet/CNY/report: charges 3.01, postings 3.00");
    }

    @ParameterizedTest
    @CsvSource({
        "two readings in force,    VERSIONS,       w/2026-10-15 reading",
        "a file is missing,        FILES_READ,     w/2026-10-15",
        "a record is in no class,  RECORD_CLASSES, w/2026-10-15/f.csv",
        "a day with one more,      FILES_OF_DAY,   w/2026-10-15 records",
        "a bad record is lost,     QUARANTINE,     w/2026-10-15/f.csv",
        "a measure more,           USAGE,          w/2026-10-15/report",
        "usage is less,            USAGE,          w/2026-10-15/report",
        "less is charged,          OUTCOME,        w/2026-10-15/report",
        "another price,            PRICED,         w/2026-10-15/report",
        "a cent more,              ROUNDED,        w/2026-10-15/report",
        "free but charged,         OUTCOME,        'w/2026-10-15 free, lines of another outcome'",
        "held but charged,         OUTCOME,        'w/2026-10-15 held, charges'",
        "charged and held,         OUTCOME,        'w/2026-10-15 charged, holds'",
        "a posting of a cent more, POSTED,         w/2026-10-15/a/wallet/CNY/report",
        "a posting of more,        POSTED,         w/2026-10-15/a/wallet/CNY/report quantity",
        "another total,            CONTROL_TOTALS, 'w/2026-10-15 rated, amount'",
        "an earlier revision,      RATED_REVISION, w/2026-10-15"
    })
    void aChangeIsFoundWhereItIs(String change, ControlLevel level, String key) {
        List<Discrepancy> found = found(tables -> apply(change, tables));
        assertThat(found).extracting(Discrepancy::level, Discrepancy::key).contains(tuple(level, key));
    }

    private static void apply(String change, Tables tables) {
        switch (change) {
            case "two readings in force" -> tables.current = "1 and 2";
            case "a file is missing" -> tables.files = 2;
            case "a record is in no class" -> tables.file = new FileTotals("f.csv", false, 5, 2, 1, 0, 1);
            case "a day with one more" -> tables.day = new FileTotals("", false, 6, 4, 1, 0, 1);
            case "a bad record is lost" -> tables.inQuarantine = 0;
            case "a measure more" -> tables.measured = 4;
            case "usage is less" -> tables.stored = 2;
            case "less is charged" -> tables.charged = 2;
            case "another price" -> tables.exact = "3.001";
            case "a cent more" -> tables.amount = "3.01";
            case "free but charged" -> tables.outcome = RatingOutcome.FREE;
            case "held but charged" -> {
                tables.outcome = RatingOutcome.HELD;
                tables.holds = true;
            }
            case "charged and held" -> tables.holds = true;
            case "a posting of a cent more" -> tables.postedAmount = "3.01";
            case "a posting of more" -> tables.postedQuantity = 4;
            case "another total" -> tables.counted = new Totals(1, BigDecimal.valueOf(3), new BigDecimal("2.99"));
            case "an earlier revision" -> tables.ratedRevision = 0;
            default -> throw new IllegalArgumentException(change);
        }
    }

    @Test
    void aLevelTellsWhatWasComparedOnBothSides() {
        ReconciliationResult result = new ReconciliationResult();
        result.compare(ControlLevel.BILLS, "one", 5, 5);
        result.compare(ControlLevel.BILLS, "other", 4, 3);
        assertThat(result.balances()).isFalse();
        assertThat(result.lines())
                .containsExactly(new ReconciliationResult.Line(
                        ControlLevel.BILLS, 2, 1, BigDecimal.valueOf(9), BigDecimal.valueOf(8)));
        assertThat(result.discrepancies())
                .map(Discrepancy::toString)
                .containsExactly("bills, other: postings 4, daily bill 3");
    }
}
