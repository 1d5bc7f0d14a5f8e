package io.billingcenter.writers.billing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.RatedDay;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.writers.delivery.DeliveryDue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores ratings with their usage, charges and holds; the last rating of a workspace-day is the current one. */
public final class RatedDayWriter implements ItemWriter<RatedDay> {

    private static final String NO_METER = "";

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
    }

    private void add(Rows rows, RatedDay day) {
        RatingWork work = day.work();
        Key key = new Key(
                work.workspaceDay().workspace().value(),
                work.workspaceDay().day().date(),
                work.rating());
        rows.due.add(work.workspaceDay());
        rows.superseded.add(new Object[] {key.workspace, key.day});
        for (Usage used : day.usage()) {
            rows.usage.add(new Object[] {
                key.workspace,
                key.day,
                key.rating,
                used.tier().meter().code(),
                used.tier().retentionDays(),
                used.quantity()
            });
        }
        Outcome outcome = outcomeOf(day.rating());
        outcome.charges().forEach(charge -> rows.charges.add(chargeRow(key, charge)));
        outcome.holds().forEach(hold -> rows.holds.add(holdRow(key, hold)));
        rows.ratings.add(new Object[] {
            key.workspace,
            key.day,
            key.rating,
            work.revision(),
            work.termsDigest(),
            outcome.code(),
            outcome.account() == null ? null : outcome.account().value(),
            outcome.settlement() == null ? null : outcome.settlement().code(),
            true,
            false,
            runId
        });
    }

    private static Outcome outcomeOf(Rating rating) {
        if (rating instanceof Rating.Charged charged) {
            return new Outcome("charged", charged.account(), charged.settlement(), charged.charges(), List.of());
        }
        if (rating instanceof Rating.Held held) {
            return new Outcome("held", null, null, List.of(), held.holds());
        }
        return new Outcome("free", null, null, List.of(), List.of());
    }

    private static @Nullable Object[] chargeRow(Key key, Charge charge) {
        return new @Nullable Object[] {
            key.workspace,
            key.day,
            key.rating,
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

    private static @Nullable Object[] holdRow(Key key, Hold hold) {
        Usage usage = hold.usage();
        return new @Nullable Object[] {
            key.workspace,
            key.day,
            key.rating,
            hold.reason().code(),
            usage == null ? NO_METER : usage.tier().meter().code(),
            usage == null ? Meter.FLAT : usage.tier().retentionDays(),
            usage == null ? null : usage.quantity(),
            hold.detail()
        };
    }

    private record Key(String workspace, Object day, int rating) {}

    private record Outcome(
            String code,
            @Nullable BillingAccountId account,
            @Nullable SettlementMethod settlement,
            List<Charge> charges,
            List<Hold> holds) {}

    /** The rows of a chunk, stored table by table. */
    private static final class Rows {
        private final List<WorkspaceDay> due = new ArrayList<>();
        private final List<Object[]> superseded = new ArrayList<>();
        private final List<@Nullable Object[]> ratings = new ArrayList<>();
        private final List<Object[]> usage = new ArrayList<>();
        private final List<@Nullable Object[]> charges = new ArrayList<>();
        private final List<@Nullable Object[]> holds = new ArrayList<>();

        void store(JdbcTemplate jdbc) {
            jdbc.batchUpdate("""
                    UPDATE rated_day SET is_current = FALSE
                    WHERE workspace_id = ? AND billing_day = ? AND is_current = TRUE""", superseded);
            jdbc.batchUpdate("""
                    INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, account_id,
                      settlement, is_current, posted, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", ratings);
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
