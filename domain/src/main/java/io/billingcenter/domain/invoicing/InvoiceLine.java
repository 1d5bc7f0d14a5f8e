package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sum of a month's postings for one workspace, tier and kind.
 *
 * @param workspace null for amounts the account owes without a workspace: packages and traffic packs
 * @param tier null for amounts that are not the quantity of a single meter: packages
 * @param details at least one part, by billing day and unit price; they add up to the line
 */
public record InvoiceLine(
        @Nullable WorkspaceId workspace,
        @Nullable MeterTier tier,
        PostingKind kind,
        BigDecimal quantity,
        Money amount,
        List<LineDetail> details) {

    /** Copies the details and checks that they add up to the line. */
    public InvoiceLine {
        details = List.copyOf(details);
        BigDecimal units = details.stream().map(LineDetail::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        Money sum = details.stream().map(LineDetail::amount).reduce(Money.zero(amount.currency()), Money::plus);
        if (details.isEmpty() || units.compareTo(quantity) != 0 || !sum.equals(amount)) {
            throw new IllegalArgumentException("Expected details of the invoice line of " + workspace + ", " + tier
                    + ", " + kind.code() + " that add up to " + quantity.toPlainString() + " and " + amount + ", found "
                    + details);
        }
    }

    /** Creates a line that is not divided by unit price and billing day. */
    public InvoiceLine(
            @Nullable WorkspaceId workspace,
            @Nullable MeterTier tier,
            PostingKind kind,
            BigDecimal quantity,
            Money amount) {
        this(workspace, tier, kind, quantity, amount, List.of(new LineDetail(null, null, quantity, amount)));
    }

    /** Creates a line of these parts. */
    public static InvoiceLine of(
            @Nullable WorkspaceId workspace, @Nullable MeterTier tier, PostingKind kind, List<LineDetail> details) {
        return new InvoiceLine(
                workspace,
                tier,
                kind,
                details.stream().map(LineDetail::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                details.stream().map(LineDetail::amount).reduce(Money::plus).orElseThrow(),
                details);
    }
}
