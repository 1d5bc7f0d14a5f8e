package io.billingcenter.readers.tables.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.explain.PostingExplanation;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.archive.DayDetails;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.billing.RatedDayTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads postings together with their charge and the earlier postings, of which they are the difference. */
final class PostingsExplained {

    /** The key of a history: its postings are steps of it, in their order. */
    private record HistoryKey(
            BillingDay billingDay,
            String workspace,
            String agreement,
            String account,
            SettlementMethod settlement,
            Currency currency,
            @Nullable MeterTier tier) {}

    private record RatingKey(WorkspaceDay workspaceDay, int rating) {}

    /** The parts of a rating that postings refer to. */
    private record Rated(
            @Nullable BillingAccountId account, @Nullable SettlementMethod settlement, List<Charge> charges) {}

    private static final Comparator<PostingExplanation> OLDEST_FIRST = Comparator.comparing(
                    PostingExplanation::billingDay)
            .thenComparing(posting ->
                    posting.workspace() == null ? "" : posting.workspace().value())
            .thenComparing(PostingExplanation::tier, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(PostingExplanation::account)
            .thenComparing(PostingExplanation::postedDay)
            .thenComparingInt(PostingExplanation::ordinal)
            .thenComparing(PostingExplanation::id);

    private static final String OF_RATING = " WHERE " + WorkspaceDayColumns.CONDITION + " AND rating = ?";

    private final JdbcTemplate jdbc;
    private final DayDetails details;

    PostingsExplained(JdbcTemplate jdbc, DayDetails details) {
        this.jdbc = jdbc;
        this.details = details;
    }

    /** Returns the posting of that id. */
    Optional<PostingExplanation> ofId(String id) {
        return jdbc
                .query("SELECT billing_day, workspace_id FROM posting WHERE posting_id = ?", this::neighbours, id)
                .stream()
                .flatMap(List::stream)
                .filter(posting -> posting.id().equals(id))
                .findFirst();
    }

    /** Returns the postings of a workspace-day, oldest first. */
    List<PostingExplanation> ofWorkspaceDay(WorkspaceDay day) {
        return ofDay(day.workspace().value(), day.day());
    }

    /** Returns the postings, fees included, of a billing day and a workspace; those without one if it is empty. */
    List<PostingExplanation> ofDay(String workspace, BillingDay day) {
        Map<RatingKey, Rated> ratings = new HashMap<>();
        Map<HistoryKey, List<PostingExplanation>> histories = new HashMap<>();
        List<PostingExplanation> found = new ArrayList<>();
        List<PostingExplanation> rows = jdbc.query(
                PostingTable.TABLE.select() + " WHERE " + WorkspaceDayColumns.CONDITION
                        + " ORDER BY ordinal, posting_id",
                (row, n) -> posting(row, ratings),
                workspace,
                day.date());
        for (PostingExplanation row : rows) {
            List<PostingExplanation> history =
                    histories.computeIfAbsent(keyOf(workspace, row), key -> new ArrayList<>());
            PostingExplanation posting = after(row, history);
            // A credit is no part of what later postings are the difference from.
            if (row.kind() != PostingKind.CREDIT) {
                history.add(posting);
            }
            found.add(posting);
        }
        found.sort(OLDEST_FIRST);
        return List.copyOf(found);
    }

    private List<PostingExplanation> neighbours(ResultSet row, int number) throws SQLException {
        // An account's own fees have an empty workspace: the text, not the id, names the neighbours.
        return ofDay(row.getString(PostingTable.WORKSPACE_ID.name()), PostingTable.BILLING_DAY.get(row));
    }

    private static HistoryKey keyOf(String workspace, PostingExplanation posting) {
        return new HistoryKey(
                posting.billingDay(),
                workspace,
                posting.agreement(),
                posting.account().value(),
                posting.settlement(),
                posting.amount().currency(),
                posting.tier());
    }

    private static PostingExplanation after(PostingExplanation posting, List<PostingExplanation> history) {
        BigDecimal quantity =
                history.stream().map(PostingExplanation::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        Money amount = history.stream()
                .map(PostingExplanation::amount)
                .reduce(Money.zero(posting.amount().currency()), Money::plus);
        return new PostingExplanation(
                posting.id(),
                posting.postedDay(),
                posting.billingDay(),
                posting.account(),
                posting.settlement(),
                posting.workspace(),
                posting.tier(),
                posting.kind(),
                posting.ordinal(),
                posting.quantity(),
                posting.unitPrice(),
                posting.priceVersion(),
                posting.amount(),
                posting.rating(),
                posting.agreement(),
                posting.charge(),
                quantity,
                amount);
    }

    private PostingExplanation posting(ResultSet row, Map<RatingKey, Rated> ratings) throws SQLException {
        Currency currency = PostingTable.CURRENCY.get(row);
        String agreement = PostingTable.AGREEMENT_ID.get(row);
        Charge charge = null;
        if (agreement.isEmpty() && PostingTable.KIND.get(row) != PostingKind.CREDIT) {
            Rated rated = ratings.computeIfAbsent(
                    new RatingKey(WorkspaceDayColumns.get(row), PostingTable.RATING.get(row)), this::rated);
            charge = chargeOf(rated, row, MeterTierColumns.get(row), currency);
        }
        return new PostingExplanation(
                PostingTable.POSTING_ID.get(row),
                PostingTable.POSTED_DAY.get(row),
                PostingTable.BILLING_DAY.get(row),
                PostingTable.ACCOUNT_ID.get(row),
                PostingTable.SETTLEMENT.get(row),
                PostingTable.WORKSPACE_ID.getOrNull(row),
                MeterTierColumns.getOrNull(row),
                PostingTable.KIND.get(row),
                PostingTable.ORDINAL.get(row),
                PostingTable.QUANTITY.get(row),
                PostingTable.UNIT_PRICE.get(row),
                PostingTable.PRICE_VERSION.getOrNull(row),
                Money.of(currency, PostingTable.AMOUNT.get(row)),
                PostingTable.RATING.get(row),
                agreement,
                charge,
                BigDecimal.ZERO,
                Money.zero(currency));
    }

    /** Returns the charge of the rating to the bill of the posting, or null if the rating charges another account. */
    private static @Nullable Charge chargeOf(Rated rated, ResultSet row, MeterTier tier, Currency currency)
            throws SQLException {
        boolean sameBill = PostingTable.ACCOUNT_ID.get(row).equals(rated.account())
                && PostingTable.SETTLEMENT.get(row) == rated.settlement();
        return rated.charges().stream()
                .filter(charge -> sameBill
                        && charge.tier().equals(tier)
                        && charge.exact().currency().equals(currency))
                .findFirst()
                .orElse(null);
    }

    private Rated rated(RatingKey key) {
        String workspace = key.workspaceDay().workspace().value();
        Object day = key.workspaceDay().day().date();
        return details
                .of(key.workspaceDay())
                .query(
                        RatedDayTable.TABLE.select() + OF_RATING,
                        (row, n) -> new Rated(
                                RatedDayTable.ACCOUNT_ID.getOrNull(row),
                                RatedDayTable.SETTLEMENT.getOrNull(row),
                                RatedDayTable.charges(row)),
                        workspace,
                        day,
                        key.rating())
                .stream()
                .findFirst()
                .orElse(new Rated(null, null, List.of()));
    }
}
