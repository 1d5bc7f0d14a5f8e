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
import io.billingcenter.readers.tables.paging.Columns;
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

/** Postings with what they are the difference of: the charge that was posted, and what was posted before. */
final class PostingsExplained {

    /** Postings of one key together are a history, of which every posting is a step. */
    private record HistoryKey(
            BillingDay billingDay,
            String workspace,
            String agreement,
            String account,
            SettlementMethod settlement,
            Currency currency,
            @Nullable MeterTier tier) {}

    private record RatingKey(WorkspaceDay workspaceDay, int rating) {}

    /** A rating as far as postings need it. */
    private record Rated(String account, String settlement, List<Charge> charges) {}

    private static final Comparator<PostingExplanation> OLDEST_FIRST = Comparator.comparing(
                    PostingExplanation::billingDay)
            .thenComparing(posting ->
                    posting.workspace() == null ? "" : posting.workspace().value())
            .thenComparing(PostingExplanation::tier, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(PostingExplanation::account)
            .thenComparing(PostingExplanation::postedDay)
            .thenComparingInt(PostingExplanation::ordinal)
            .thenComparing(PostingExplanation::id);

    private final JdbcTemplate jdbc;

    PostingsExplained(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The posting of that id. */
    Optional<PostingExplanation> ofId(String id) {
        return jdbc
                .query("SELECT billing_day, workspace_id FROM posting WHERE posting_id = ?", this::neighbours, id)
                .stream()
                .flatMap(List::stream)
                .filter(posting -> posting.id().equals(id))
                .findFirst();
    }

    /** Those of usage of a workspace-day, oldest first. */
    List<PostingExplanation> ofWorkspaceDay(WorkspaceDay day) {
        return ofDay(day.workspace().value(), day.day());
    }

    /** Those of a workspace, or without one, and a billing day; fees too. */
    List<PostingExplanation> ofDay(String workspace, BillingDay day) {
        Map<RatingKey, Rated> ratings = new HashMap<>();
        Map<HistoryKey, List<PostingExplanation>> histories = new HashMap<>();
        List<PostingExplanation> found = new ArrayList<>();
        List<PostingExplanation> rows = jdbc.query(
                "SELECT * FROM posting WHERE workspace_id = ? AND billing_day = ? ORDER BY ordinal, posting_id",
                (row, n) -> posting(row, ratings),
                workspace,
                day.date());
        for (PostingExplanation row : rows) {
            List<PostingExplanation> history =
                    histories.computeIfAbsent(keyOf(workspace, row), key -> new ArrayList<>());
            PostingExplanation posting = behind(row, history);
            history.add(posting);
            found.add(posting);
        }
        found.sort(OLDEST_FIRST);
        return List.copyOf(found);
    }

    private List<PostingExplanation> neighbours(ResultSet row, int number) throws SQLException {
        return ofDay(row.getString("workspace_id"), Columns.day(row, "billing_day"));
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

    private static PostingExplanation behind(PostingExplanation posting, List<PostingExplanation> history) {
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
        Currency currency = Currency.getInstance(row.getString("currency"));
        String agreement = row.getString("agreement_id");
        Charge charge = null;
        if (agreement.isEmpty()) {
            Rated rated = ratings.computeIfAbsent(
                    new RatingKey(Columns.workspaceDay(row), row.getInt("rating")), this::rated);
            charge = chargeOf(rated, row, Columns.tier(row), currency);
        }
        return new PostingExplanation(
                row.getString("posting_id"),
                Columns.day(row, "posted_day"),
                Columns.day(row, "billing_day"),
                new BillingAccountId(row.getString("account_id")),
                Columns.known(SettlementMethod.ofCode(row.getString("settlement")), "settlement"),
                Columns.workspaceOrNone(row),
                Columns.tierOrNone(row),
                Columns.known(PostingKind.ofCode(row.getString("kind")), "kind"),
                row.getInt("ordinal"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"),
                Columns.nullableDay(row, "price_version"),
                Money.of(currency, row.getBigDecimal("amount")),
                row.getInt("rating"),
                agreement,
                charge,
                BigDecimal.ZERO,
                Money.zero(currency));
    }

    /** What the rating charges to the bill of the posting; it may charge another account by now. */
    private static @Nullable Charge chargeOf(Rated rated, ResultSet row, MeterTier tier, Currency currency)
            throws SQLException {
        boolean sameBill = row.getString("account_id").equals(rated.account())
                && row.getString("settlement").equals(rated.settlement());
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
        List<Charge> charges = jdbc.query(
                "SELECT * FROM charge WHERE workspace_id = ? AND billing_day = ? AND rating = ?",
                DayRows::charge,
                workspace,
                day,
                key.rating());
        return jdbc
                .query(
                        "SELECT account_id, settlement FROM rated_day"
                                + " WHERE workspace_id = ? AND billing_day = ? AND rating = ?",
                        (row, n) -> new Rated(text(row, "account_id"), text(row, "settlement"), charges),
                        workspace,
                        day,
                        key.rating())
                .stream()
                .findFirst()
                .orElse(new Rated("", "", List.of()));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
