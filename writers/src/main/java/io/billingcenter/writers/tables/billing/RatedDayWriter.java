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
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.billing.ChargeTable;
import io.billingcenter.schema.billing.ChargesText;
import io.billingcenter.schema.billing.DayHoldTable;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.billing.UsageTable;
import io.billingcenter.schema.billing.UsageText;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores ratings with their usage, charges and holds; the last rating of a workspace-day is the current one. */
public final class RatedDayWriter implements ItemWriter<RatedDay> {

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
        WorkspaceDay workspaceDay = day.work().workspaceDay();
        int rating = day.work().rating();
        Outcome outcome = outcomeOf(day.rating());
        RowDigests digests = new RowDigests();
        BigDecimal quantity = BigDecimal.ZERO;
        for (Usage used : day.usage()) {
            quantity = quantity.add(used.quantity());
            digests.add(UsageTable.row(workspaceDay, rating, used));
        }
        for (Charge charge : outcome.charges()) {
            digests.add(ChargeTable.row(workspaceDay, rating, charge));
        }
        for (Hold hold : outcome.holds()) {
            keep(rows.holds, digests, DayHoldTable.row(workspaceDay, rating, hold));
        }
        keep(rows.ratings, digests, row(day, outcome));
        rows.days.add(workspaceDay);
        if (rating > 1) {
            rows.ratedAgain.add(workspaceDay);
        }
        rows.totals.add(total(day, outcome, quantity, digests));
    }

    private static void keep(List<TableRow> rows, RowDigests digests, TableRow row) {
        rows.add(row);
        digests.add(row);
    }

    private TableRow row(RatedDay day, Outcome outcome) {
        RatingWork work = day.work();
        BillingAccountId account = outcome.payingAccount();
        return RatedDayTable.TABLE
                .row()
                .set(RatedDayTable.WORKSPACE_ID, work.workspaceDay().workspace())
                .set(RatedDayTable.BILLING_DAY, work.workspaceDay().day())
                .set(RatedDayTable.RATING, work.rating())
                .set(RatedDayTable.REVISION, work.revision())
                .set(RatedDayTable.TERMS_DIGEST, work.termsDigest())
                .set(RatedDayTable.OUTCOME, outcome.type())
                .set(RatedDayTable.ACCOUNT_ID, outcome.account())
                .set(RatedDayTable.SETTLEMENT, outcome.settlement())
                .set(RatedDayTable.IS_CURRENT, true)
                .set(RatedDayTable.POSTED, false)
                .set(RatedDayTable.RUN_ID, runId)
                .set(RatedDayTable.CHARGE_ACCOUNT, account)
                .set(RatedDayTable.CHARGE_CURRENCY, account == null ? null : outcome.currency())
                .set(RatedDayTable.CHARGE_AMOUNT, account == null ? null : outcome.amount())
                .set(RatedDayTable.USAGE, UsageText.of(day.usage()))
                .set(RatedDayTable.CHARGES, ChargesText.of(outcome.charges()));
    }

    private static ControlTotal total(RatedDay day, Outcome outcome, BigDecimal quantity, RowDigests digests) {
        RatingWork work = day.work();
        return new ControlTotal(
                ControlStage.RATED,
                work.workspaceDay().workspace().value(),
                work.workspaceDay().day().date(),
                work.rating(),
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
                digests.parts());
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

    private record Outcome(
            RatingOutcome type,
            @Nullable BillingAccountId account,
            @Nullable SettlementMethod settlement,
            List<Charge> charges,
            List<Hold> holds,
            Rating.@Nullable Charged owed) {

        /** Returns the account that is charged, or would be without the hold. */
        @Nullable
        BillingAccountId payingAccount() {
            return owed == null || owed.charges().isEmpty() ? null : owed.account();
        }

        Currency currency() {
            return owedCharges().get(0).exact().currency();
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
        private final List<WorkspaceDay> days = new ArrayList<>();
        private final List<WorkspaceDay> ratedAgain = new ArrayList<>();
        private final List<TableRow> ratings = new ArrayList<>();
        private final List<TableRow> holds = new ArrayList<>();
        private final List<ControlTotal> totals = new ArrayList<>();

        void store(JdbcTemplate jdbc) {
            RatedDayTable.supersede(jdbc, ratedAgain);
            RatedDayTable.TABLE.insert(jdbc, ratings);
            DayHoldTable.TABLE.insert(jdbc, holds);
            new DeliveryDue(jdbc).mark(days);
        }
    }
}
