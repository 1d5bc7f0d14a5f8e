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
 * A posting, and what it is the difference of.
 *
 * @param workspace null for what belongs to an account alone
 * @param tier null for a package
 * @param rating the rating that was posted
 * @param agreement id of the agreement of a fee; empty for usage
 * @param charge what that rating charges to the same bill; null when it charges nothing there, and for a fee
 * @param quantityBefore what was posted for the same before, in base units
 * @param amountBefore what was posted for the same before
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

    /** Whether this is owed by agreement, not by usage. */
    public boolean isFee() {
        return !agreement.isEmpty();
    }

    /** What everything posted so far, this included, amounts to. */
    public Money amountNow() {
        return amountBefore.plus(amount);
    }

    /** Whether the amount is what the rating charges less what was posted before; of a fee nothing else is known. */
    public boolean addsUp() {
        Money charged = charge == null ? Money.zero(amount.currency()) : charge.amount();
        return isFee() || charged.equals(amountNow());
    }
}
