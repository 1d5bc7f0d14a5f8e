package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A posting with the figures whose difference it is.
 *
 * @param workspace null for postings that belong to the account only
 * @param tier null for a package
 * @param rating number of the rating that was posted
 * @param agreement id of the agreement of a fee; empty for usage
 * @param charge charge of that rating on the same bill; null if there is none, and for a fee
 * @param quantityBefore quantity of the earlier postings of the same line, in base units
 * @param amountBefore amount of the earlier postings of the same line
 */
public record PostingExplanation(
        String id,
        BillingDay postedDay,
        BillingDay billingDay,
        BillingAccountId account,
        SettlementMethod settlement,
        @Nullable WorkspaceId workspace,
        @Nullable MeterTier tier,
        PostingKind kind,
        int ordinal,
        BigDecimal quantity,
        BigDecimal unitPrice,
        @Nullable BillingDay priceVersion,
        Money amount,
        int rating,
        String agreement,
        @Nullable Charge charge,
        BigDecimal quantityBefore,
        Money amountBefore) {

    /** Returns whether the posting is owed by agreement and not by usage. */
    public boolean isFee() {
        return !agreement.isEmpty();
    }

    /** Returns the amount of all postings of the line up to and including this one. */
    public Money amountNow() {
        return amountBefore.plus(amount);
    }
}
