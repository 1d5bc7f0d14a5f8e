package io.billingcenter.writers.tables.billing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.RatedDay;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores ratings with their usage, charges and holds; the last rating of a workspace-day is the current one. */
public final class RatedDayWriter implements ItemWriter<RatedDay> {

    private static final String NO_METER = "";
    private static final int KEY_CELLS = 3;

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Stores ratings of that run. */
    public RatedDayWriter(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends RatedDay> days) {
        Rows rows = new Rows();
        for (RatedDay day : days) {
            add(rows, day);
        }
        rows.store(jdbc);
        new ControlTotals(jdbc, runId).insert(rows.totals);
    }

    private void add(Rows rows, RatedDay day) {
        RatingWork work = day.work();
        Key key = new Key(
                work.workspaceDay().workspace().value(),
                work.workspaceDay().day().date(),
                work.rating());
        rows.due.add(work.workspaceDay());
        rows.superseded.add(new Object[] {key.workspace, key.day});
        RowDigests evidence = new RowDigests();
        BigDecimal quantity = BigDecimal.ZERO;
        for (Usage used : day.usage()) {
            quantity = quantity.add(used.quantity());
            keep(rows.usage, key, evidence, DigestedTable.USAGE, new @Nullable Object[] {
                used.tier().meter().code(), used.tier().retentionDays(), used.quantity()
            });
        }
        Outcome outcome = outcomeOf(day.rating());
        outcome.charges()
                .forEach(charge -> keep(rows.charges, key, evidence, DigestedTable.CHARGE, chargeCells(charge)));
        outcome.holds().forEach(hold -> keep(rows.holds, key, evidence, DigestedTable.DAY_HOLD, holdCells(hold)));
        String account = outcome.account() == null ? null : outcome.account().value();
        String settlement =
                outcome.settlement() == null ? null : outcome.settlement().code();
        evidence.add(
                DigestedTable.RATED_DAY,
                work.revision(),
                work.termsDigest(),
                outcome.type().code(),
                account,
                settlement);
        rows.ratings.add(new @Nullable Object[] {
            key.workspace,
            key.day,
            key.rating,
            work.revision(),
            work.termsDigest(),
            outcome.type().code(),
            account,
            settlement,
            true,
            false,
            runId,
            outcome.payingAccount(),
            outcome.payingAccount() == null ? null : outcome.currency(),
            outcome.payingAccount() == null ? null : outcome.amount()
        });
        rows.totals.add(total(key, day, outcome, quantity, evidence));
    }

    /** A row is the key and the cells that the digest is made of. */
    private static void keep(
            List<@Nullable Object[]> rows,
            Key key,
            RowDigests evidence,
            DigestedTable table,
            @Nullable Object[] cells) {
        evidence.add(table, cells);
        @Nullable Object[] row = new @Nullable Object[cells.length + KEY_CELLS];
        row[0] = key.workspace;
        row[1] = key.day;
        row[2] = key.rating;
        System.arraycopy(cells, 0, row, KEY_CELLS, cells.length);
        rows.add(row);
    }

    private static ControlTotal total(
            Key key, RatedDay day, Outcome outcome, BigDecimal quantity, RowDigests evidence) {
        return new ControlTotal(
                ControlStage.RATED,
                key.workspace,
                key.day,
                key.rating,
                "",
                outcome.charges().isEmpty()
                        ? ""
                        : outcome.charges().get(0).exact().currency().getCurrencyCode(),
                null,
                day.usage().size(),
                quantity,
                outcome.charges().stream()
                        .map(charge -> charge.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                evidence.parts());
    }

    private static Outcome outcomeOf(Rating rating) {
        if (rating instanceof Rating.Charged charged) {
            return new Outcome(
                    RatingOutcome.CHARGED,
                    charged.account(),
                    charged.settlement(),
                    charged.charges(),
                    List.of(),
                    charged);
        }
        if (rating instanceof Rating.Held held) {
            return new Outcome(RatingOutcome.HELD, null, null, List.of(), held.holds(), held.withheld());
        }
        return new Outcome(RatingOutcome.FREE, null, null, List.of(), List.of(), null);
    }

    private static @Nullable Object[] chargeCells(Charge charge) {
        return new @Nullable Object[] {
            charge.tier().meter().code(),
            charge.tier().retentionDays(),
            charge.quantity(),
            charge.listPrice(),
            charge.unitPrice(),
            charge.priceVersion() == null ? null : charge.priceVersion().date(),
            charge.exact().currency().getCurrencyCode(),
            charge.exact().value(),
            charge.amount().amount()
        };
    }

    private static @Nullable Object[] holdCells(Hold hold) {
        Usage usage = hold.usage();
        return new @Nullable Object[] {
            hold.reason().code(),
            usage == null ? NO_METER : usage.tier().meter().code(),
            usage == null ? Meter.FLAT : usage.tier().retentionDays(),
            usage == null ? null : usage.quantity(),
            hold.detail()
        };
    }

    private record Key(String workspace, LocalDate day, int rating) {}

    private record Outcome(
            RatingOutcome type,
            @Nullable BillingAccountId account,
            @Nullable SettlementMethod settlement,
            List<Charge> charges,
            List<Hold> holds,
            Rating.@Nullable Charged owed) {

        /** The account that is charged, or would be without the hold. */
        @Nullable
        String payingAccount() {
            return owed == null || owed.charges().isEmpty()
                    ? null
                    : owed.account().value();
        }

        String currency() {
            return owedCharges().get(0).exact().currency().getCurrencyCode();
        }

        BigDecimal amount() {
            return owedCharges().stream()
                    .map(charge -> charge.amount().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private List<Charge> owedCharges() {
            return owed == null ? List.of() : owed.charges();
        }
    }

    /** The rows of a chunk, stored table by table. */
    private static final class Rows {
        private final List<WorkspaceDay> due = new ArrayList<>();
        private final List<Object[]> superseded = new ArrayList<>();
        private final List<@Nullable Object[]> ratings = new ArrayList<>();
        private final List<@Nullable Object[]> usage = new ArrayList<>();
        private final List<@Nullable Object[]> charges = new ArrayList<>();
        private final List<@Nullable Object[]> holds = new ArrayList<>();
        private final List<ControlTotal> totals = new ArrayList<>();

        void store(JdbcTemplate jdbc) {
            jdbc.batchUpdate("""
                    UPDATE rated_day SET is_current = FALSE
                    WHERE workspace_id = ? AND billing_day = ? AND is_current = TRUE""", superseded);
            jdbc.batchUpdate("""
                    INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, account_id,
                      settlement, is_current, posted, run_id, charge_account, charge_currency, charge_amount)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", ratings);
            jdbc.batchUpdate("""
                    INSERT INTO usage (workspace_id, billing_day, rating, meter, retention_days, quantity)
                    VALUES (?, ?, ?, ?, ?, ?)""", usage);
            jdbc.batchUpdate("""
                    INSERT INTO charge (workspace_id, billing_day, rating, meter, retention_days, quantity, list_price,
                      unit_price, price_version, currency, exact_amount, amount)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", charges);
            jdbc.batchUpdate("""
                    INSERT INTO day_hold (workspace_id, billing_day, rating, reason, meter, retention_days, quantity,
                      detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", holds);
            new DeliveryDue(jdbc).mark(due);
        }
    }
}
