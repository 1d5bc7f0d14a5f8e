package io.billingcenter.schema.billing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.FeeKey;
import io.billingcenter.domain.billing.FeePosting;
import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.billing.PostingKey;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.CreditPosting;
import io.billingcenter.domain.invoicing.InvoicedItem;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** Table {@code posting}: postings of charges and of fees. Fees of an account have an empty workspace, packages an empty meter. */
public final class PostingTable {

    public static final Table TABLE = Table.named("posting");

    public static final Column<String> POSTING_ID = TABLE.text("posting_id");
    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("settlement");
    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspaceOrEmpty("workspace_id");
    public static final Column<Meter> METER = TABLE.meterOrEmpty("meter");
    public static final Column<Integer> RETENTION_DAYS = TABLE.number("retention_days");
    public static final Column<PostingKind> KIND = TABLE.code("kind", PostingKind::code, PostingKind::ofCode);
    public static final Column<Integer> ORDINAL = TABLE.number("ordinal");
    public static final Column<BigDecimal> QUANTITY = TABLE.decimal("quantity");
    public static final Column<BigDecimal> UNIT_PRICE = TABLE.decimal("unit_price");
    public static final Column<BillingDay> PRICE_VERSION = TABLE.day("price_version");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    /** The number of the rating; of a fee, its round; of a credit, the number of its credit note. */
    public static final Column<Integer> RATING = TABLE.number("rating");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    /** Empty for a charge. */
    public static final Column<String> AGREEMENT_ID = TABLE.text("agreement_id");

    static {
        TABLE.digests(
                POSTING_ID,
                POSTED_DAY,
                ACCOUNT_ID,
                SETTLEMENT,
                WORKSPACE_ID,
                METER,
                RETENTION_DAYS,
                KIND,
                ORDINAL,
                QUANTITY,
                UNIT_PRICE,
                PRICE_VERSION,
                AMOUNT);
    }

    private PostingTable() {}

    /**
     * Returns the row of a posting of a charge.
     *
     * @param rating the number of the rating that it posts
     */
    public static TableRow row(Posting posting, int rating, long runId) {
        PostingKey key = posting.key();
        return TABLE.row()
                .set(POSTING_ID, posting.id())
                .set(POSTED_DAY, posting.postedDay())
                .set(BILLING_DAY, posting.workspaceDay().day())
                .set(ACCOUNT_ID, key.account())
                .set(SETTLEMENT, key.settlement())
                .set(WORKSPACE_ID, posting.workspaceDay().workspace())
                .set(METER, key.tier().meter())
                .set(RETENTION_DAYS, key.tier().retentionDays())
                .set(KIND, posting.kind())
                .set(ORDINAL, posting.ordinal())
                .set(QUANTITY, posting.quantity())
                .set(UNIT_PRICE, posting.unitPrice())
                .set(PRICE_VERSION, posting.priceVersion())
                .set(CURRENCY, key.currency())
                .set(AMOUNT, posting.amount().amount())
                .set(RATING, rating)
                .set(RUN_ID, runId)
                .set(AGREEMENT_ID, "");
    }

    /** Returns the row of a posting of a fee. */
    public static TableRow row(FeePosting posting, long runId) {
        MeterTier tier = posting.key().tier();
        return TABLE.row()
                .set(POSTING_ID, posting.id())
                .set(POSTED_DAY, posting.postedDay())
                .set(BILLING_DAY, posting.key().day())
                .set(ACCOUNT_ID, posting.key().account())
                .set(SETTLEMENT, posting.key().settlement())
                .set(WORKSPACE_ID, posting.key().workspace())
                .set(METER, tier == null ? null : tier.meter())
                .set(RETENTION_DAYS, posting.key().retentionDays())
                .set(KIND, posting.kind())
                .set(ORDINAL, posting.ordinal())
                .set(QUANTITY, posting.quantity())
                .set(UNIT_PRICE, posting.unitPrice())
                .set(CURRENCY, posting.key().currency())
                .set(AMOUNT, posting.amount().amount())
                .set(RATING, posting.round())
                .set(RUN_ID, runId)
                .set(AGREEMENT_ID, posting.key().agreement());
    }

    /** Returns the row of an entry of a credit note. */
    public static TableRow row(CreditPosting posting, long runId) {
        InvoicedItem item = posting.credited().item();
        LineKey line = item.line();
        MeterTier tier = line.tier();
        return TABLE.row()
                .set(POSTING_ID, posting.id())
                .set(POSTED_DAY, posting.postedDay())
                .set(BILLING_DAY, line.billingDay())
                .set(ACCOUNT_ID, posting.account())
                .set(SETTLEMENT, item.settlement())
                .set(WORKSPACE_ID, line.workspace())
                .set(METER, tier == null ? null : tier.meter())
                .set(RETENTION_DAYS, line.retentionDays())
                .set(KIND, PostingKind.CREDIT)
                .set(ORDINAL, posting.creditNumber())
                .set(QUANTITY, BigDecimal.ZERO)
                .set(UNIT_PRICE, item.unitPrice())
                .set(PRICE_VERSION, item.priceVersion())
                .set(CURRENCY, posting.amount().currency())
                .set(AMOUNT, posting.amount().amount())
                .set(RATING, posting.creditNumber())
                .set(RUN_ID, runId)
                .set(AGREEMENT_ID, line.agreement());
    }

    /** Returns the posting of a charge that is in the current row. */
    public static Posting posting(ResultSet row) throws SQLException {
        Currency currency = CURRENCY.get(row);
        return new Posting(
                POSTED_DAY.get(row),
                WorkspaceDayColumns.get(row),
                new PostingKey(ACCOUNT_ID.get(row), SETTLEMENT.get(row), currency, MeterTierColumns.get(row)),
                KIND.get(row),
                ORDINAL.get(row),
                QUANTITY.get(row),
                UNIT_PRICE.get(row),
                PRICE_VERSION.getOrNull(row),
                Money.of(currency, AMOUNT.get(row)));
    }

    /** Returns the posting of a fee that is in the current row. */
    public static FeePosting feePosting(ResultSet row) throws SQLException {
        Currency currency = CURRENCY.get(row);
        FeeKey key = new FeeKey(
                BILLING_DAY.get(row),
                AGREEMENT_ID.get(row),
                ACCOUNT_ID.get(row),
                SETTLEMENT.get(row),
                currency,
                WORKSPACE_ID.getOrNull(row),
                MeterTierColumns.getOrNull(row));
        return new FeePosting(
                POSTED_DAY.get(row),
                key,
                KIND.get(row),
                ORDINAL.get(row),
                RATING.get(row),
                QUANTITY.get(row),
                UNIT_PRICE.get(row),
                Money.of(currency, AMOUNT.get(row)));
    }
}
